package io.countersign.search.lucene;

import io.countersign.search.SearchFailure;
import io.countersign.search.embedding.MailVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Directions of mails in a folder of this computer, opened at first use; damaged ones, and those of another model, are dropped. */
public final class LuceneVectors implements MailVectors {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneVectors.class);

    private final Path folder;
    private final String version;
    private @Nullable VectorFolder open;
    private boolean closed;

    /** @param version of the model whose directions these are */
    public LuceneVectors(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    private interface Work<T> {
        T with(VectorFolder vectors) throws IOException;
    }

    private <T> T with(Work<T> work) {
        var vectors = opened();
        try {
            return work.with(vectors);
        } catch (IOException | AlreadyClosedException | InternalError e) {
            var failure = Failures.of(e);
            failed(vectors, failure.kind() == SearchFailure.Kind.BROKEN);
            throw failure;
        }
    }

    private synchronized VectorFolder opened() {
        if (closed) {
            throw new SearchFailure(
                    SearchFailure.Kind.UNREACHABLE, "the vectors are closed", new IllegalStateException("closed"));
        }
        var vectors = open;
        if (vectors == null) {
            vectors = openOrBegin();
            open = vectors;
        }
        return vectors;
    }

    private VectorFolder openOrBegin() {
        try {
            Files.createDirectories(folder);
            return VectorFolder.open(folder, version);
        } catch (IOException | RuntimeException | InternalError e) {
            var failure = Failures.of(e);
            if (failure.kind() != SearchFailure.Kind.BROKEN) {
                throw failure;
            }
            LOG.warn("The vectors are damaged and computed anew", e);
            return begin();
        }
    }

    private VectorFolder begin() {
        try {
            Generations.drop(folder);
            Files.createDirectories(folder);
            return VectorFolder.open(folder, version);
        } catch (IOException | RuntimeException e) {
            throw Failures.of(e);
        }
    }

    private synchronized void failed(VectorFolder vectors, boolean broken) {
        if (open == vectors) {
            open = null;
            vectors.rollback();
            if (broken) {
                Generations.drop(folder);
            }
        }
    }

    @Override
    public List<Neighbour> nearest(float[] direction, int most) {
        return with(vectors -> vectors.nearest(direction, most, Set.of()));
    }

    @Override
    public List<Neighbour> nearest(float[] direction, int most, Set<Long> among) {
        return among.isEmpty() ? List.of() : with(vectors -> vectors.nearest(direction, most, among));
    }

    @Override
    public void put(List<Vector> added) {
        with(vectors -> {
            vectors.put(added);
            return true;
        });
    }

    @Override
    public void refresh(long change) {
        with(vectors -> {
            vectors.refresh(change);
            return true;
        });
    }

    @Override
    public long follows() {
        return with(VectorFolder::follows);
    }

    @Override
    public Map<Long, Integer> texts() {
        return with(VectorFolder::texts);
    }

    @Override
    public long size() {
        return with(VectorFolder::size);
    }

    @Override
    public synchronized void close() {
        closed = true;
        var vectors = open;
        open = null;
        if (vectors != null) {
            vectors.close();
        }
    }
}
