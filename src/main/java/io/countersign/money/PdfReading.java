package io.countersign.money;

import java.util.List;

/** What became of a PDF. */
public sealed interface PdfReading {
    /**
     * The text of each page, in the order of the pages, empty for a page without text. What stands on one line of the page
     * stands on one line here, from left to right; columns are two or more spaces apart, lines end in {@code \n}. Of a long
     * document only the first and the last pages are there.
     */
    record Text(List<String> pages) implements PdfReading {
        public Text {
            pages = List.copyOf(pages);
        }
    }

    /** Nothing was read. {@code reason} says why in English, in words of ours only: nothing in it comes from the file. */
    record Unreadable(String reason) implements PdfReading {}
}
