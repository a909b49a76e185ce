/** The text of attached PDFs, read by PDFBox in a process of its own that a file can exhaust without harm. */
@NullMarked
package io.countersign.money.pdf;

import org.jspecify.annotations.NullMarked;
