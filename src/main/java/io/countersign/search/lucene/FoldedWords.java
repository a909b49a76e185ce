package io.countersign.search.lucene;

import io.countersign.shared.text.TextFold;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.util.CharTokenizer;

/** Words as queries mean them: runs of letters and digits of the folded text. */
final class FoldedWords extends Analyzer {
    /** A phrase does not reach from one address, or one part of a mail, into the next. */
    private static final int GAP = 100;

    FoldedWords() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = tokenizer();
        return field.equals(Fields.BEGINS)
                ? new TokenStreamComponents(words, new EdgeNGramTokenFilter(words, 1, Fields.MOST_BEGINS, false))
                : new TokenStreamComponents(words);
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        try (reader) {
            var text = new StringBuilder();
            var buffer = new char[8192];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
            return new StringReader(TextFold.fold(text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    private static Tokenizer tokenizer() {
        return CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
    }

    /** The words of a folded text. */
    static List<String> of(String folded) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int at = 0; at <= folded.length(); ) {
            int point = at < folded.length() ? folded.codePointAt(at) : ' ';
            boolean letter = Character.isLetterOrDigit(point);
            if (letter && start < 0) {
                start = at;
            } else if (!letter && start >= 0) {
                words.add(folded.substring(start, at));
                start = -1;
            }
            at += Character.charCount(point);
        }
        return words;
    }
}
