"""The values that flow through Belegnetz: frozen, slotted, without behaviour beyond looking at themselves.

Offsets are half-open character positions (code points) into `Document.text`, so that
`text[span.start:span.end]` is what a span covers. Nothing here imports anything of `kg`.
"""
