//! `__doc__` of the builtins that a lesson is likely to ask. All of CPython's would cost the page 20 KB.

/// The docstring of a function or method by its qualified name.
pub fn doc(qualname: &str) -> Option<&'static str> {
    DOCS.iter().find(|(name, _)| *name == qualname).map(|(_, doc)| *doc)
}

const DOCS: &[(&str, &str)] = &[
    ("abs", "Return the absolute value of the argument."),
    ("chr", "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."),
    ("len", "Return the number of items in a container."),
    ("ord", "Return the Unicode code point for a one-character string."),
    (
        "print",
        "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream.",
    ),
    (
        "repr",
        "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval(repr(obj)) == obj.",
    ),
    ("str.upper", "Return a copy of the string converted to uppercase."),
    ("str.lower", "Return a copy of the string converted to lowercase."),
    ("list.append", "Append object to the end of the list."),
    ("dict.get", "Return the value for key if key is in the dictionary, else default."),
];
