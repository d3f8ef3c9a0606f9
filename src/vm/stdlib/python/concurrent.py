# A package: concurrent.futures is all there is.
