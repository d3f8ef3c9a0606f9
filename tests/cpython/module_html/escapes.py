import html


print(html.escape("<a href='x'>&\"</a>"), html.escape("'\"",False), html.unescape("&lt;p&gt; &amp; &quot;&#39;&#x41;&eacute;&nope; &copy &#0;"))
