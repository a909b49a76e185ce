package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ArrivedMails.Arrived;
import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailSource;
import io.countersign.mail.SourceOpener;
import io.countersign.mail.TestMail;
import io.countersign.shared.db.TestDatabases;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail is indexed while it is imported, and imported whatever becomes of the index. */
final class IndexedImportTest {
    private static final ImportResult RESULT = new ImportResult(3, 3, 0, 0, 1, List.of(), OptionalLong.of(2));

    private final SearchHome home = new SearchHome(TestDatabases.h2());
    private final TextsAtHand atHand = new TextsAtHand();
    private final IndexCatchUp catchUp = new IndexCatchUp(home.index, home.log, home.messages, home, atHand);
    private final List<SearchFailure> warnings = new ArrayList<>();

    @AfterEach
    void close() {
        home.close();
    }

    /** An import that stores these mails, one by one. */
    private record Stores(List<Long> ids, Consumer<Long> store) implements MailImport {
        @Override
        public ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress) {
            ids.forEach(store);
            return RESULT;
        }

        @Override
        public ImportResult importSource(MailSource source, Progress progress) {
            return importPaths(List.of(), progress);
        }
    }

    private void store(long id) {
        home.insert(id);
        atHand.stored(List.of(new Arrived(TestMail.message(id), "handed" + id, List.of())));
    }

    private ImportResult run(Consumer<Long> store, Long... ids) {
        return new IndexedImport(new Stores(List.of(ids), store), catchUp, atHand, warnings::add)
                .importPaths(List.of(), Progress.none());
    }

    @Test
    void whatTheImportReadIsNotReadAgain() {
        home.insert(1);
        assertThat(run(this::store, 2L, 3L, 4L)).isEqualTo(RESULT);
        assertThat(home.index.follows()).isEqualTo(home.log.latest());
        assertThat(home.indexed("text1")).containsExactly(1L);
        assertThat(home.index.size()).isEqualTo(4);
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatWasHandedOverIsIndexedAsItIs() {
        home.insert(1);
        catchUp.run(Progress.none());
        store(2);
        catchUp.run(Progress.none());
        assertThat(home.indexed("handed2")).containsExactly(2L);
    }

    @Test
    void whatChangedSinceItWasHandedOverIsReadAgain() {
        home.insert(1);
        catchUp.run(Progress.none());
        store(2);
        home.turn(2);
        catchUp.run(Progress.none());
        assertThat(home.indexed("text2 is:read")).containsExactly(2L);
    }

    @Test
    void whatIsHandedOverAfterItWasIndexedIsForgotten() {
        home.insert(1, 2);
        catchUp.run(Progress.none());
        atHand.stored(List.of(new Arrived(TestMail.message(2), "late", List.of())));
        home.insert(3);
        catchUp.run(Progress.none());
        assertThat(atHand.take(2)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SearchFailure.Kind.class, names = "BROKEN", mode = EnumSource.Mode.EXCLUDE)
    void anIndexThatFailsCostsNoMailAndCatchesUpLater(SearchFailure.Kind kind) {
        home.insert(1);
        catchUp.run(Progress.none());
        for (int after = 0; after < 4; after++) {
            warnings.clear();
            home.index.fail(kind, after);
            long first = 10L * (after + 1);
            assertThat(run(this::store, first, first + 1, first + 2)).isEqualTo(RESULT);
            assertThat(warnings).extracting(SearchFailure::kind).containsExactly(kind);
            home.index.recover();
        }
        catchUp.run(Progress.none());
        assertThat(home.index.size()).isEqualTo(13);
        assertThat(home.index.follows()).isEqualTo(home.log.latest());
    }

    @Test
    void anythingElseThatGoesWrongWithTheIndexCostsNoMailEither() {
        var broken = new LazyIndex(() -> {
            throw new IllegalStateException("no engine");
        });
        var imports = new IndexedImport(
                new Stores(List.of(1L, 2L), id -> home.insert(id)),
                new IndexCatchUp(broken, home.log, home.messages, home),
                atHand,
                warnings::add);
        assertThat(imports.importPaths(List.of(), Progress.none())).isEqualTo(RESULT);
        assertThat(home.messages.count()).isEqualTo(2);
        assertThat(warnings).hasSize(1);
    }
}
