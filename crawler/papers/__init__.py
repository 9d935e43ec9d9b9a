"""Document files in (PDF, Word, OpenDocument, RTF, scans), their paragraphs out."""
