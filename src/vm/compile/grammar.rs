//! Python 3.13's grammar with the mistakes that CPython knows by name, as far as it takes to word a `SyntaxError`.
//! `recognizer` reads it, and only when the real parser has found a fault.
//!
//! A rule is a line with its name and a line for each alternative, tried in order. `+` after the rule's name: results
//! are remembered, as CPython remembers them, which decides what a second look at the same text finds.
//!
//! | written | means |
//! |---|---|
//! | `'if'` | a keyword or an operator |
//! | `"match"` | a soft keyword |
//! | `NAME` … | a token of that kind |
//! | `x? x* x+` | optional, any number, at least one |
//! | `x%,` | at least one, with commas between |
//! | `&x !x` | looks ahead |
//! | `^':'` | must follow, or the error is `expected ':'` |
//! | `~` | no other alternative after this point |
//! | `a:x` | remembers where `x` stands, for the message |
//! | `=> …` | the message, by where it points: `at a`, `from a to b`, `from a` (to the last token read), `last` (that token), `next`, `indent` (an `IndentationError`) |
//!
//! Rules that begin with `bad_` count only in the second pass, as CPython's `invalid_` rules do.

pub(super) const GRAMMAR: &str = r#"
file
| statement* ENDMARKER

statement
| compound_stmt
| simple_stmts

simple_stmts
| simple_stmt !';' NEWLINE
| simple_stmt%; ';'? NEWLINE

simple_stmt +
| assignment
| &"type" type_alias
| star_expressions
| &'return' return_stmt
| &( 'import' | 'from' ) import_stmt
| &'raise' raise_stmt
| 'pass'
| &'del' del_stmt
| &'yield' yield_expr
| &'assert' assert_stmt
| 'break'
| 'continue'
| &'global' global_stmt
| &'nonlocal' nonlocal_stmt

compound_stmt
| &( 'def' | '@' | 'async' ) function_def
| &'if' if_stmt
| &( 'class' | '@' ) class_def
| &( 'with' | 'async' ) with_stmt
| &( 'for' | 'async' ) for_stmt
| &'try' try_stmt
| &'while' while_stmt
| match_stmt

assignment
| NAME ':' expression assigned?
| annotated_target ':' expression assigned?
| ( star_targets '=' )+ rhs !'='
| single_target augassign ~ rhs
| bad_assignment

annotated_target
| '(' single_target ')'
| single_subscript_attribute_target

assigned
| '=' rhs

rhs
| yield_expr
| star_expressions

augassign
| '+='
| '-='
| '*='
| '@='
| '/='
| '%='
| '&='
| '|='
| '^='
| '<<='
| '>>='
| '**='
| '//='

return_stmt
| 'return' star_expressions?

raise_stmt
| 'raise' expression ( 'from' expression )?
| 'raise'

global_stmt
| 'global' NAME%,

nonlocal_stmt
| 'nonlocal' NAME%,

del_stmt
| 'del' del_targets &( ';' | NEWLINE )
| bad_del_stmt

assert_stmt
| 'assert' expression ( ',' expression )?

import_stmt
| bad_import
| 'import' dotted_as_name%,
| 'from' ( '.' | '...' )* dotted_name 'import' import_from_targets
| 'from' ( '.' | '...' )+ 'import' import_from_targets

import_from_targets
| '(' import_from_as_name%, ','? ')'
| import_from_as_name%, !','
| '*'
| bad_import_from_targets

import_from_as_name
| NAME ( 'as' NAME )?

dotted_as_name
| dotted_name ( 'as' NAME )?

dotted_name
| NAME ( '.' NAME )*

block +
| NEWLINE INDENT statement+ DEDENT
| simple_stmts
| bad_block

decorators
| ( '@' named_expression NEWLINE )+

class_def
| decorators class_def_raw
| class_def_raw

class_def_raw
| bad_class_def_raw
| 'class' NAME type_params? ( '(' arguments? ')' )? ':' block

function_def
| decorators function_def_raw
| function_def_raw

function_def_raw
| bad_def_raw
| 'def' NAME type_params? ^'(' params? ')' ( '->' expression )? ^':' block
| 'async' 'def' NAME type_params? ^'(' params? ')' ( '->' expression )? ^':' block

params
| bad_parameters
| parameters

parameters
| slash_no_default param_no_default* param_with_default* star_etc?
| slash_with_default param_with_default* star_etc?
| param_no_default+ param_with_default* star_etc?
| param_with_default+ star_etc?
| star_etc

slash_no_default
| param_no_default+ '/' ','
| param_no_default+ '/' &')'

slash_with_default
| param_no_default* param_with_default+ '/' ','
| param_no_default* param_with_default+ '/' &')'

star_etc
| bad_star_etc
| '*' param_no_default param_maybe_default* kwds?
| '*' NAME ':' star_expression ',' param_maybe_default* kwds?
| '*' NAME ':' star_expression &')' kwds?
| '*' ',' param_maybe_default+ kwds?
| kwds

kwds
| bad_kwds
| '**' param_no_default

param_no_default
| param ','
| param &')'

param_with_default
| param default ','
| param default &')'

param_maybe_default
| param default? ','
| param default? &')'

param
| NAME ( ':' expression )?

default
| '=' expression
| bad_default

if_stmt
| bad_if_stmt
| 'if' named_expression ':' block elif_stmt
| 'if' named_expression ':' block else_block?

elif_stmt
| bad_elif_stmt
| 'elif' named_expression ':' block elif_stmt
| 'elif' named_expression ':' block else_block?

else_block
| bad_else_stmt
| 'else' ^':' block

while_stmt
| bad_while_stmt
| 'while' named_expression ':' block else_block?

for_stmt
| bad_for_stmt
| 'for' star_targets 'in' ~ star_expressions ':' block else_block?
| 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?
| bad_for_target

with_stmt
| bad_with_stmt_indent
| 'with' '(' with_item%, ','? ')' ':' block
| 'with' with_item%, ':' block
| 'async' 'with' '(' with_item%, ','? ')' ':' block
| 'async' 'with' with_item%, ':' block
| bad_with_stmt

with_item
| expression 'as' star_target &( ',' | ')' | ':' )
| bad_with_item
| expression

try_stmt
| bad_try_stmt
| 'try' ^':' block finally_block
| 'try' ^':' block except_block+ else_block? finally_block?
| 'try' ^':' block except_star_block+ else_block? finally_block?

except_block
| bad_except_stmt_indent
| 'except' expression ( 'as' NAME )? ':' block
| 'except' ':' block
| bad_except_stmt

except_star_block
| bad_except_star_stmt_indent
| 'except' '*' expression ( 'as' NAME )? ':' block
| bad_except_stmt

finally_block
| bad_finally_stmt
| 'finally' ^':' block

match_stmt
| "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
| bad_match_stmt

subject_expr
| star_named_expression ',' star_named_expressions?
| named_expression

case_block
| bad_case_block
| "case" patterns guard? ':' block

guard
| 'if' named_expression

patterns
| open_sequence_pattern
| pattern

pattern
| as_pattern
| or_pattern

as_pattern
| or_pattern 'as' pattern_capture_target
| bad_as_pattern

or_pattern
| closed_pattern%|

closed_pattern +
| literal_pattern
| pattern_capture_target
| "_"
| value_pattern
| '(' pattern ')'
| sequence_pattern
| mapping_pattern
| class_pattern

literal_pattern
| signed_number !( '+' | '-' )
| signed_number ( '+' | '-' ) NUMBER
| strings
| 'None'
| 'True'
| 'False'

signed_number
| NUMBER
| '-' NUMBER

pattern_capture_target
| !"_" NAME !( '.' | '(' | '=' )

value_pattern
| attr !( '.' | '(' | '=' )

attr
| NAME ( '.' NAME )+

name_or_attr
| NAME ( '.' NAME )*

sequence_pattern
| '[' maybe_sequence_pattern? ']'
| '(' open_sequence_pattern? ')'

open_sequence_pattern
| maybe_star_pattern ',' maybe_sequence_pattern?

maybe_sequence_pattern
| maybe_star_pattern%, ','?

maybe_star_pattern
| star_pattern
| pattern

star_pattern +
| '*' pattern_capture_target
| '*' "_"

mapping_pattern
| '{' '}'
| '{' '**' pattern_capture_target ','? '}'
| '{' key_value_pattern%, ',' '**' pattern_capture_target ','? '}'
| '{' key_value_pattern%, ','? '}'

key_value_pattern
| ( literal_pattern | attr ) ':' pattern

class_pattern
| name_or_attr '(' ')'
| name_or_attr '(' pattern%, ','? ')'
| name_or_attr '(' keyword_pattern%, ','? ')'
| name_or_attr '(' pattern%, ',' keyword_pattern%, ','? ')'
| bad_class_pattern

keyword_pattern
| NAME '=' pattern

type_alias
| "type" NAME type_params? '=' expression

type_params
| '[' a:']' => from a "Type parameter list cannot be empty"
| '[' type_param%, ','? ']'

type_param +
| NAME ( ':' expression )? ( '=' expression )?
| bad_type_param
| '*' NAME ( '=' star_expression )?
| '**' NAME ( '=' expression )?

expressions
| expression ( ',' expression )+ ','?
| expression ','
| expression

expression +
| bad_expression
| bad_legacy_expression
| disjunction 'if' disjunction 'else' expression
| disjunction
| lambdef

yield_expr
| 'yield' 'from' expression
| 'yield' star_expressions?

star_expressions
| star_expression ( ',' star_expression )+ ','?
| star_expression ','
| star_expression

star_expression +
| '*' bitwise_or
| expression

star_named_expressions
| star_named_expression%, ','?

star_named_expression
| '*' bitwise_or
| named_expression

assignment_expression
| NAME ':=' ~ expression

named_expression
| assignment_expression
| bad_named_expression
| expression !':='

disjunction +
| conjunction ( 'or' conjunction )*

conjunction +
| inversion ( 'and' inversion )*

inversion +
| 'not' inversion
| comparison

comparison
| bitwise_or ( compare_op bitwise_or )*

compare_op
| '=='
| '!='
| '<='
| '<'
| '>='
| '>'
| 'not' 'in'
| 'in'
| 'is' 'not'
| 'is'

bitwise_or +
| bitwise_xor ( '|' bitwise_xor )*

bitwise_xor +
| bitwise_and ( '^' bitwise_and )*

bitwise_and +
| shift_expr ( '&' shift_expr )*

shift_expr +
| bad_arithmetic
| sum ( ( '<<' | '>>' ) sum )*

sum +
| term ( ( '+' | '-' ) term )*

term +
| bad_factor
| factor ( ( '*' | '/' | '//' | '%' | '@' ) factor )*

factor +
| '+' factor
| '-' factor
| '~' factor
| power

power
| await_primary '**' factor
| await_primary

await_primary +
| 'await' primary
| primary

primary +
| atom trailer*

trailer
| '.' NAME
| genexp
| '(' arguments? ')'
| '[' slices ']'

slices
| slice !','
| ( slice | starred_expression )%, ','?

slice
| expression? ':' expression? ( ':' expression? )?
| named_expression

atom
| NAME
| 'True'
| 'False'
| 'None'
| &( STRING | FSTRING_START ) strings
| NUMBER
| &'(' ( tuple | group | genexp )
| &'[' ( list | listcomp )
| &'{' ( dict | set | dictcomp | setcomp )
| '...'

group
| '(' ( yield_expr | named_expression ) ')'
| bad_group

lambdef
| 'lambda' lambda_params? ':' expression

lambda_params
| bad_lambda_parameters
| lambda_parameters

lambda_parameters
| lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc?
| lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
| lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
| lambda_param_with_default+ lambda_star_etc?
| lambda_star_etc

lambda_slash_no_default
| lambda_param_no_default+ '/' ','
| lambda_param_no_default+ '/' &':'

lambda_slash_with_default
| lambda_param_no_default* lambda_param_with_default+ '/' ','
| lambda_param_no_default* lambda_param_with_default+ '/' &':'

lambda_star_etc
| bad_lambda_star_etc
| '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
| '*' ',' lambda_param_maybe_default+ lambda_kwds?
| lambda_kwds

lambda_kwds
| bad_lambda_kwds
| '**' lambda_param_no_default

lambda_param_no_default
| NAME ','
| NAME &':'

lambda_param_with_default
| NAME default ','
| NAME default &':'

lambda_param_maybe_default
| NAME default? ','
| NAME default? &':'

fstring
| FSTRING_START fstring_middle* FSTRING_END

fstring_middle
| fstring_replacement_field
| FSTRING_MIDDLE

fstring_replacement_field
| '{' rhs '='? fstring_conversion? fstring_full_format_spec? '}'
| bad_replacement_field

fstring_conversion
| a:'!' b:NAME => do conversion

fstring_full_format_spec
| ':' ( FSTRING_MIDDLE | fstring_replacement_field )*

strings +
| a:( fstring | STRING )+ => do strings

list
| '[' star_named_expressions? ']'

tuple
| '(' ( star_named_expression ',' star_named_expressions? )? ')'

set
| '{' star_named_expressions '}'

dict
| '{' ( double_starred_kvpair%, ','? )? '}'
| '{' bad_double_starred_kvpairs '}'

double_starred_kvpair
| '**' bitwise_or
| kvpair

kvpair
| expression ':' expression

for_if_clauses
| for_if_clause+

for_if_clause
| 'async' 'for' star_targets 'in' ~ disjunction ( 'if' disjunction )*
| 'for' star_targets 'in' ~ disjunction ( 'if' disjunction )*
| bad_for_if_clause
| bad_for_target

listcomp
| '[' named_expression for_if_clauses ']'
| bad_comprehension

setcomp
| '{' named_expression for_if_clauses '}'
| bad_comprehension

genexp
| '(' ( assignment_expression | expression !':=' ) for_if_clauses ')'
| bad_comprehension

dictcomp
| '{' kvpair for_if_clauses '}'
| bad_dict_comprehension

arguments +
| args ','? &')'
| bad_arguments

positional_arg
| starred_expression
| ( assignment_expression | expression !':=' ) !'='

args
| positional_arg%, ( ',' kwargs )?
| kwargs

kwargs
| kwarg_or_starred%, ',' kwarg_or_double_starred%,
| kwarg_or_starred%,
| kwarg_or_double_starred%,

starred_expression
| bad_starred_expression_unpacking
| '*' expression
| bad_starred_expression

kwarg_or_starred
| bad_kwarg
| NAME '=' expression
| starred_expression

kwarg_or_double_starred
| bad_kwarg
| NAME '=' expression
| '**' expression

star_targets
| star_target !','
| star_target ( ',' star_target )* ','?

star_target +
| '*' !'*' star_target
| target_with_star_atom

target_with_star_atom +
| t_primary '.' NAME !t_lookahead
| t_primary '[' slices ']' !t_lookahead
| star_atom

star_atom
| NAME
| '(' target_with_star_atom ')'
| '(' ( star_target%, ','? )? ')'
| '[' ( star_target%, ','? )? ']'

single_target
| single_subscript_attribute_target
| NAME
| '(' single_target ')'

single_subscript_attribute_target
| t_primary '.' NAME !t_lookahead
| t_primary '[' slices ']' !t_lookahead

t_primary +
| atom &t_lookahead ( t_trailer &t_lookahead )*

t_trailer
| '.' NAME
| '[' slices ']'
| genexp
| '(' arguments? ')'

t_lookahead
| '('
| '['
| '.'

del_targets
| del_target%, ','?

del_target +
| t_primary '.' NAME !t_lookahead
| t_primary '[' slices ']' !t_lookahead
| NAME
| '(' del_target ')'
| '(' del_targets? ')'
| '[' del_targets? ']'

bad_arguments
| ( ( positional_arg%, ',' kwargs ) | kwargs ) a:',' ( starred_expression !'=' )%, => from a "iterable argument unpacking follows keyword argument unpacking"
| a:expression b:for_if_clauses ',' ( args | expression for_if_clauses )? => from a to b "Generator expression must be parenthesized"
| a:NAME b:'=' expression for_if_clauses => from a to b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
| ( args ',' )? a:NAME b:'=' &( ',' | ')' ) => from a to b "expected argument value expression"
| a:args b:for_if_clauses => do nonparen_genexp
| args ',' a:expression b:for_if_clauses => from a to b "Generator expression must be parenthesized"
| a:args ',' args => do arguments

bad_kwarg
| a:( 'True' | 'False' | 'None' ) b:'=' => from a to b "cannot assign to %t"
| a:NAME b:'=' expression for_if_clauses => from a to b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
| !( NAME '=' ) a:expression b:'=' => from a to b "expression cannot contain assignment, perhaps you meant \"==\"?"
| a:'**' expression '=' b:expression => from a to b "cannot assign to keyword argument unpacking"

without_invalid
| disjunction 'if' disjunction 'else' expression
| disjunction
| lambdef

bad_legacy_expression
| a:NAME !'(' b:star_expressions => do legacy

bad_type_param
| '*' NAME a:':' b:expression => do bound_tuple
| '**' NAME a:':' b:expression => do bound_spec

bad_expression
| !( NAME STRING | SOFT_KEYWORD ) a:disjunction b:without_invalid => do missing_comma
| a:disjunction 'if' b:disjunction !( 'else' | ':' ) => from a to b "expected 'else' after 'if' expression"
| a:'lambda' lambda_params? b:':' &FSTRING_MIDDLE => from a to b "f-string: lambda expressions are not allowed without parentheses"

bad_named_expression +
| a:expression ':=' expression => at a "cannot use assignment expressions with %e"
| a:NAME '=' b:bitwise_or !( '=' | ':=' ) => from a to b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
| !( list | tuple | genexp | 'True' | 'None' | 'False' ) a:bitwise_or '=' bitwise_or !( '=' | ':=' ) => at a "cannot assign to %e here. Maybe you meant '==' instead of '='?"

bad_assignment
| a:bad_ann_assign_target ':' expression => at a "only single target (not %e) can be annotated"
| a:star_named_expression ',' star_named_expressions* ':' expression => at a "only single target (not tuple) can be annotated"
| a:expression ':' expression => at a "illegal target for annotation"
| ( star_targets '=' )* a:star_expressions '=' => do star_target
| ( star_targets '=' )* a:yield_expr '=' => at a "assignment to yield expression not possible"
| a:star_expressions augassign rhs => at a "'%e' is an illegal expression for augmented assignment"

bad_ann_assign_target
| list
| tuple
| '(' bad_ann_assign_target ')'

bad_del_stmt
| 'del' a:star_expressions => do del_target

bad_block
| NEWLINE !INDENT => indent "expected an indented block"

bad_comprehension
| ( '[' | '(' | '{' ) a:starred_expression for_if_clauses => at a "iterable unpacking cannot be used in comprehension"
| ( '[' | '{' ) a:star_named_expression ',' b:star_named_expressions for_if_clauses => from a to b "did you forget parentheses around the comprehension target?"
| ( '[' | '{' ) a:star_named_expression b:',' for_if_clauses => from a to b "did you forget parentheses around the comprehension target?"

bad_dict_comprehension
| '{' a:'**' bitwise_or for_if_clauses '}' => at a "dict unpacking cannot be used in dict comprehension"

bad_parameters
| a:'/' ',' => at a "at least one argument must precede /"
| ( slash_no_default | slash_with_default ) param_maybe_default* a:'/' => at a "/ may appear only once"
| slash_no_default? param_no_default* ( slash_with_default | param_with_default+ ) a:param_no_default => do param_order
| param_no_default* a:'(' param_no_default+ ','? b:')' => from a to b "Function parameters cannot be parenthesized"
| ( slash_no_default | slash_with_default )? param_maybe_default* '*' ( ',' | param_no_default ) param_maybe_default* a:'/' => at a "/ must be ahead of *"
| param_maybe_default+ '/' a:'*' => at a "expected comma between / and *"

bad_default
| a:'=' &( ')' | ',' ) => at a "expected default value expression"

bad_star_etc
| a:'*' ( ')' | ',' ( ')' | '**' ) ) => at a "named arguments must follow bare *"
| '*' param a:'=' => at a "var-positional argument cannot have default value"
| '*' ( param_no_default | ',' ) param_maybe_default* a:'*' ( param_no_default | ',' ) => at a "* argument may appear only once"

bad_kwds
| '**' param a:'=' => at a "var-keyword argument cannot have default value"
| '**' param ',' a:param => at a "arguments cannot follow var-keyword argument"
| '**' param ',' a:( '*' | '**' | '/' ) => at a "arguments cannot follow var-keyword argument"

bad_lambda_parameters
| a:'/' ',' => at a "at least one argument must precede /"
| ( lambda_slash_no_default | lambda_slash_with_default ) lambda_param_maybe_default* a:'/' => at a "/ may appear only once"
| lambda_slash_no_default? lambda_param_no_default* ( lambda_slash_with_default | lambda_param_with_default+ ) a:lambda_param_no_default => do param_order
| lambda_param_no_default* a:'(' NAME%, ','? b:')' => from a to b "Lambda expression parameters cannot be parenthesized"
| ( lambda_slash_no_default | lambda_slash_with_default )? lambda_param_maybe_default* '*' ( ',' | lambda_param_no_default ) lambda_param_maybe_default* a:'/' => at a "/ must be ahead of *"
| lambda_param_maybe_default+ '/' a:'*' => at a "expected comma between / and *"

bad_lambda_star_etc
| '*' ( ':' | ',' ( ':' | '**' ) ) => last "named arguments must follow bare *"
| '*' NAME a:'=' => at a "var-positional argument cannot have default value"
| '*' ( lambda_param_no_default | ',' ) lambda_param_maybe_default* a:'*' ( lambda_param_no_default | ',' ) => at a "* argument may appear only once"

bad_lambda_kwds
| '**' NAME a:'=' => at a "var-keyword argument cannot have default value"
| '**' NAME ',' a:NAME => at a "arguments cannot follow var-keyword argument"
| '**' NAME ',' a:( '*' | '**' | '/' ) => at a "arguments cannot follow var-keyword argument"

bad_with_item
| expression 'as' a:expression &( ',' | ')' | ':' ) => do star_target

bad_for_if_clause
| 'async'? 'for' ( bitwise_or ( ',' bitwise_or )* ','? ) !'in' => last "'in' expected after for-loop variables"

bad_for_target
| 'async'? 'for' a:star_expressions => do for_target

bad_arithmetic
| sum ( '+' | '-' | '*' | '/' | '%' | '//' | '@' ) a:'not' b:inversion => from a to b "'not' after an operator must be parenthesized"

bad_factor
| ( '+' | '-' | '~' ) a:'not' b:factor => from a to b "'not' after an operator must be parenthesized"

bad_group
| '(' a:starred_expression ')' => at a "cannot use starred expression here"
| '(' a:'**' expression ')' => at a "cannot use double starred expression here"

bad_import
| a:'import' dotted_name%, 'from' dotted_name => from a "Did you mean to use 'from ... import ...' instead?"
| 'import' a:NEWLINE => from a "Expected one or more names after 'import'"

bad_import_from_targets
| import_from_as_name%, ',' NEWLINE => last "trailing comma not allowed without surrounding parentheses"
| a:NEWLINE => from a "Expected one or more names after 'import'"

bad_with_stmt
| 'async'? 'with' ( expression ( 'as' star_target )? )%, NEWLINE => last "expected ':'"
| 'async'? 'with' '(' ( expressions ( 'as' star_target )? )%, ','? ')' NEWLINE => last "expected ':'"

bad_with_stmt_indent
| 'async'? a:'with' ( expression ( 'as' star_target )? )%, ':' NEWLINE !INDENT => indent "expected an indented block after 'with' statement on line %l"
| 'async'? a:'with' '(' ( expressions ( 'as' star_target )? )%, ','? ')' ':' NEWLINE !INDENT => indent "expected an indented block after 'with' statement on line %l"

bad_try_stmt
| a:'try' ':' NEWLINE !INDENT => indent "expected an indented block after 'try' statement on line %l"
| 'try' ':' block !( 'except' | 'finally' ) => last "expected 'except' or 'finally' block"
| 'try' ':' block* except_block+ a:'except' b:'*' expression ( 'as' NAME )? ':' => from a to b "cannot have both 'except' and 'except*' on the same 'try'"
| 'try' ':' block* except_star_block+ a:'except' ( expression ( 'as' NAME )? )? ':' => at a "cannot have both 'except' and 'except*' on the same 'try'"

bad_except_stmt
| 'except' '*'? a:expression ',' expressions ( 'as' NAME )? ':' => from a "multiple exception types must be parenthesized"
| 'except' '*'? expression ( 'as' NAME )? NEWLINE => last "expected ':'"
| 'except' NEWLINE => last "expected ':'"
| 'except' '*' ( NEWLINE | ':' ) => last "expected one or more exception types"

bad_finally_stmt
| a:'finally' ':' NEWLINE !INDENT => indent "expected an indented block after 'finally' statement on line %l"

bad_except_stmt_indent
| a:'except' expression ( 'as' NAME )? ':' NEWLINE !INDENT => indent "expected an indented block after 'except' statement on line %l"
| a:'except' ':' NEWLINE !INDENT => indent "expected an indented block after 'except' statement on line %l"

bad_except_star_stmt_indent
| a:'except' '*' expression ( 'as' NAME )? ':' NEWLINE !INDENT => indent "expected an indented block after 'except*' statement on line %l"

bad_match_stmt
| "match" subject_expr NEWLINE => last "expected ':'"
| a:"match" subject_expr ':' NEWLINE !INDENT => indent "expected an indented block after 'match' statement on line %l"

bad_case_block
| "case" patterns guard? NEWLINE => last "expected ':'"
| a:"case" patterns guard? ':' NEWLINE !INDENT => indent "expected an indented block after 'case' statement on line %l"

bad_as_pattern
| or_pattern 'as' a:"_" => at a "cannot use '_' as a target"
| or_pattern 'as' !NAME a:expression => at a "invalid pattern target"

bad_class_pattern
| name_or_attr '(' ( pattern%, ',' )? keyword_pattern%, ',' a:pattern%, => at a "positional patterns follow keyword patterns"

bad_if_stmt
| 'if' named_expression NEWLINE => last "expected ':'"
| a:'if' named_expression ':' NEWLINE !INDENT => indent "expected an indented block after 'if' statement on line %l"

bad_elif_stmt
| 'elif' named_expression NEWLINE => last "expected ':'"
| a:'elif' named_expression ':' NEWLINE !INDENT => indent "expected an indented block after 'elif' statement on line %l"

bad_else_stmt
| a:'else' ':' NEWLINE !INDENT => indent "expected an indented block after 'else' statement on line %l"

bad_while_stmt
| 'while' named_expression NEWLINE => last "expected ':'"
| a:'while' named_expression ':' NEWLINE !INDENT => indent "expected an indented block after 'while' statement on line %l"

bad_for_stmt
| 'async'? 'for' star_targets 'in' star_expressions NEWLINE => last "expected ':'"
| 'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT => indent "expected an indented block after 'for' statement on line %l"

bad_def_raw
| 'async'? a:'def' NAME type_params? '(' params? ')' ( '->' expression )? ':' NEWLINE !INDENT => indent "expected an indented block after function definition on line %l"

bad_class_def_raw
| 'class' NAME type_params? ( '(' arguments? ')' )? NEWLINE => last "expected ':'"
| a:'class' NAME type_params? ( '(' arguments? ')' )? ':' NEWLINE !INDENT => indent "expected an indented block after class definition on line %l"

bad_double_starred_kvpairs
| double_starred_kvpair%, ',' bad_kvpair
| expression ':' a:'*' bitwise_or => from a "cannot use a starred expression in a dictionary value"
| expression a:':' &( '}' | ',' ) => at a "expression expected after dictionary key and ':'"

bad_kvpair
| a:expression !':' => do kvpair
| expression ':' a:'*' bitwise_or => from a "cannot use a starred expression in a dictionary value"
| expression a:':' &( '}' | ',' ) => at a "expression expected after dictionary key and ':'"

bad_starred_expression_unpacking
| a:'*' expression '=' b:expression => from a to b "cannot assign to iterable argument unpacking"

bad_starred_expression
| '*' => last "Invalid star expression"

bad_replacement_field
| '{' a:'=' => at a "f-string: valid expression required before '='"
| '{' a:'!' => at a "f-string: valid expression required before '!'"
| '{' a:':' => at a "f-string: valid expression required before ':'"
| '{' a:'}' => at a "f-string: valid expression required before '}'"
| '{' !rhs => next "f-string: expecting a valid expression after '{'"
| '{' rhs !( '=' | '!' | ':' | '}' ) => next "f-string: expecting '=', or '!', or ':', or '}'"
| '{' rhs '=' !( '!' | ':' | '}' ) => next "f-string: expecting '!', or ':', or '}'"
| '{' rhs '='? bad_conversion_character
| '{' rhs '='? ( '!' NAME )? !( ':' | '}' ) => next "f-string: expecting ':' or '}'"
| '{' rhs '='? ( '!' NAME )? ':' ( FSTRING_MIDDLE | fstring_replacement_field )* !'}' => next "f-string: expecting '}', or format specs"
| '{' rhs '='? ( '!' NAME )? !'}' => next "f-string: expecting '}'"

bad_conversion_character
| '!' &( ':' | '}' ) => next "f-string: missing conversion character"
| '!' !NAME => next "f-string: invalid conversion character"
"#;
