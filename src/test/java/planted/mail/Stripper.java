package planted.mail;

import org.apache.pdfbox.pdmodel.PDDocument;

/** Breaks: only money.pdf knows PDFBox. */
public record Stripper(PDDocument document) {}
