"""Claims as a network: a page that people explore offline, and files for graph tools."""
