import textwrap


def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
texts=["The quick brown fox jumped over the lazy dog. "*4, "a-very-long-hyphenated-word and another--dash here x-y-z well-known e-mail --option foo---bar", "  leading spaces\tand\ttabs\nnew lines  ", "supercalifragilisticexpialidocious short", "", "word", "Hello there.  This is it! Really? yes. Mr. Smith", "a_b-c_d 1-2-3 ab-1 x-1-y --- -- a--b", "中文-文字 mixed 文本内容很长很长很长"]
for tx in texts:
    for kw in ({}, {"width":20},{"width":10},{"width":7,"break_long_words":False},{"width":15,"break_on_hyphens":False},{"width":20,"initial_indent":"* ","subsequent_indent":"    "},{"width":20,"max_lines":2},{"width":12,"max_lines":1,"placeholder":"..."},{"width":30,"drop_whitespace":False},{"width":30,"replace_whitespace":False,"expand_tabs":False},{"width":25,"fix_sentence_endings":True},{"width":1},{"width":16,"max_lines":3,"subsequent_indent":"  "}):
        t(lambda: textwrap.wrap(tx,**kw))
    t(lambda: textwrap.fill(tx,25)); t(lambda: textwrap.shorten(tx,20)); t(lambda: textwrap.indent(tx,"> ")); t(lambda: textwrap.shorten(tx,5))
for d in ("  a\n    b\n  c","\ta\n\t b\n\n\tc","a\n b","   \n  x\n","\n\n","  a\n\tb"," x\n   \n y\n"): t(lambda: repr(textwrap.dedent(d)))
t(lambda: textwrap.wrap("x",0)); t(lambda: textwrap.dedent(5)); t(lambda: textwrap.indent("a\n\nb\n","- ",lambda l: True)); t(lambda: textwrap.shorten("hello world", 3))
