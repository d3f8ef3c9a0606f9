project = "Naps"
extensions = ["myst_parser"]
html_theme = "furo"
# The files of `dist/` lie in _static/awaitscope/.
html_static_path = ["_static"]
html_js_files = [("awaitscope/awaitscope.js", {"defer": "defer"})]
