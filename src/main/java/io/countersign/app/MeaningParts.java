package io.countersign.app;

import io.countersign.search.IndexFollower;
import io.countersign.search.MeaningSearch;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchIndex;
import io.countersign.search.SearchService;
import io.countersign.search.WholeMails;
import io.countersign.search.embedding.LazyEncoder;
import io.countersign.search.embedding.MiniLm;
import io.countersign.search.embedding.NearMails;
import io.countersign.search.embedding.SemanticSearch;
import io.countersign.search.embedding.SentenceEncoder;
import io.countersign.search.embedding.VectorCatchUp;
import io.countersign.search.lucene.LuceneVectors;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search by meaning. It costs nothing before a window {@linkplain #follow follows} the mail or a command {@linkplain #catchUp
 * catches up} with it.
 */
final class MeaningParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningParts.class);

    /** Together with the words an answer stays within what one does not notice. */
    private static final Duration WINDOW_PATIENCE = Duration.ofMillis(25);

    /** A command loads the model first. */
    private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(10);

    private final LazyEncoder encoder = new LazyEncoder(MiniLm.VERSION, MiniLm::load);
    private final LuceneVectors vectors;
    private final VectorCatchUp catchUp;
    private final IndexFollower follower;
    private final SemanticSearch inWindow;
    private final SemanticSearch inCommand;
    private volatile MeaningSearch active = MeaningSearch.none();
    private volatile boolean following;
    private boolean tried;
    private volatile boolean unavailable;

    /** @param folder for what is computed, beside the index of words */
    MeaningParts(Path folder, SearchIndex words, SearchService.Mails mails) {
        vectors = new LuceneVectors(folder, encoder.version());
        catchUp = new VectorCatchUp(vectors, encoder, mails.log(), mails.messages());
        follower = IndexFollower.unhurried("meaning-follower", mails.log(), this::encode);
        var near = new NearMails(encoder, vectors, words, mails.messages(), new WholeMails(mails.reader()));
        inWindow = new SemanticSearch(near, WINDOW_PATIENCE);
        inCommand = new SemanticSearch(near, COMMAND_PATIENCE);
    }

    MeaningSearch search() {
        return request -> active.begin(request);
    }

    /** Encodes mail in the background from now on. */
    void follow() {
        active = inWindow;
        following = true;
        follower.start();
    }

    /** A model that does not run here will not do so later. */
    private void encode(Progress progress) {
        try {
            if (!unavailable) {
                catchUp.run(progress);
            }
        } catch (SentenceEncoder.EncoderUnavailable e) {
            unavailable = true;
            LOG.warn("Mail is found by words alone", e);
        }
    }

    /**
     * Encodes what is not encoded yet, unless that goes on in the background already; returns how many mails.
     *
     * @throws SearchFailure when it cannot be stored now
     * @throws SentenceEncoder.EncoderUnavailable when the model does not run here
     */
    long encodeAll(Progress progress) {
        return following ? 0 : catchUp.run(progress);
    }

    /** Encodes what is not encoded yet, the first time it is called; where that fails, says so. For one thread. */
    void catchUp(Progress progress, Consumer<String> warnings) {
        if (tried) {
            return;
        }
        tried = true;
        try {
            catchUp.run(progress);
            active = inCommand;
        } catch (SearchFailure | SentenceEncoder.EncoderUnavailable e) {
            warnings.accept("Mail cannot be found by meaning now: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        follower.close();
        inWindow.close();
        inCommand.close();
        vectors.close();
        encoder.close();
    }
}
