package io.countersign.money.extraction;

import java.util.List;

/**
 * A text as rows of cells, in reading order, as a person sees it: a table row is one row, whatever it was made of.
 *
 * @param source where it comes from, as evidence says it: "HTML", "text", "PDF invoice.pdf"
 */
record Sheet(String source, List<Row> rows) {
    static final String DOCUMENT = "PDF ";
    static final int MAX_ROWS = 4_000;
    static final int MAX_CELL = 1_500;

    /**
     * Cells that stand beside each other.
     *
     * @param text the cells in the characters of {@link PlainText}, parted by tabs
     * @param page from 1; 0 where there are no pages
     */
    record Row(String text, int page) {
        static Row of(List<String> cells, int page) {
            return new Row(PlainText.of(String.join("\t", cells)), page);
        }

        List<String> cells() {
            return List.of(text.split("\t", -1));
        }
    }

    /** Whether it is a document of its own, with a day of its own. */
    boolean isDocument() {
        return source.startsWith(DOCUMENT);
    }

    String where(int row) {
        int page = rows.get(row).page();
        return page > 0 ? source + ", page " + page : source;
    }
}
