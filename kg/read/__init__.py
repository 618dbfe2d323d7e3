"""Files become documents: decoding, formats, origin, boilerplate. See `kg.read.files.read_paths`."""
