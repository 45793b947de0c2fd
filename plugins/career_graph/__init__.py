"""A guide to careers as a typed graph, built by Pelican.

content/*.md → frontmatter → schema → model → prose and graph → checks → pages (view models) → theme → output

Everything is gathered before anything is written; a page is a pure function of its view model.
`plugin` joins this to Pelican; `__main__` holds the commands for editors.
"""
