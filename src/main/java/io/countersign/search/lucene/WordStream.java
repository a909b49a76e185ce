package io.countersign.search.lucene;

import io.countersign.search.WordScanner;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The pieces of folded texts as Lucene indexes them; texts stand so far apart that no phrase joins them. Reusable, one thread. */
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final WordScanner scanner = new WordScanner();
    private List<String> texts = List.of();
    private int next;

    /** The stream of these texts from now on. */
    WordStream of(List<String> folded) {
        texts = folded;
        return this;
    }

    @Override
    public void reset() {
        next = 0;
        scanner.begin("");
    }

    @Override
    public boolean incrementToken() {
        int gap = 0;
        while (!scanner.next()) {
            if (next == texts.size()) {
                return false;
            }
            gap += next > 0 ? WordScanner.PART : 0;
            scanner.begin(texts.get(next++));
        }
        clearAttributes();
        term.append(scanner.text(), scanner.start(), scanner.end());
        step.setPositionIncrement(scanner.step() + gap);
        return true;
    }
}
