package io.countersign.money;

/**
 * Reads the text of PDFs, which are hostile until proven otherwise: every file is answered within bounded time and memory
 * and none makes it throw. Thread-safe.
 */
@FunctionalInterface
public interface PdfText {
    PdfReading read(byte[] pdf);
}
