package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person can do with stored policies, on both databases. */
abstract class PolicyDeskContract {
    private static final String PROMOTION = "{\"eq\":[\"category\",\"promotion\"]}";

    private final Database database = open();
    private final PolicyJson json = new PolicyJson();
    private final JdbcPolicyRepository policies = new JdbcPolicyRepository(database, Clock.systemUTC(), "me");
    private final PolicyService desk = new PolicyService(policies, database);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private Policy draft(String name, int priority) {
        return new Policy(0, 0, name, "", true, priority, json.condition(PROMOTION), new Action.Archive(), 0.7, false);
    }

    @Test
    void aPolicyThatCouldNeverBeEvaluatedIsNotStored() {
        var unreadable =
                draft("odd", 1).withCondition(new Condition.Unreadable("{\"eq\":[\"x\",1]}", "There is no x."));
        var outside = draft("far", 5000);

        assertThatThrownBy(() -> desk.save(unreadable)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> desk.save(outside)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> desk.add(List.of(draft("good", 1), unreadable)))
                .isInstanceOf(CountersignException.Invalid.class);
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void aStoredPolicyThatCannotBeReadCanBeSwitchedOffButNotOn() {
        var stored = desk.save(draft("old", 1));
        new Statements(database)
                .update("update policy set condition_json = ? where id = ?", "{\"eq\":[\"gone\",1]}", stored.id());

        assertThat(desk.enable(stored.id(), false).enabled()).isFalse();
        assertThatThrownBy(() -> desk.enable(stored.id(), true)).isInstanceOf(CountersignException.Invalid.class);
        assertThat(desk.lint(desk.all().getFirst()))
                .extracting(LintFinding::path, LintFinding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("condition", LintFinding.Severity.ERROR));
    }

    @Test
    void savingWhatIsStoredMakesNoVersionAndSavingOverANewerOneIsRefused() {
        var stored = desk.save(draft("one", 1));

        assertThat(desk.save(stored)).isEqualTo(stored);
        var changed = desk.save(stored.withPriority(7));
        assertThat(changed.version()).isEqualTo(2);
        assertThatThrownBy(() -> desk.save(stored.withPriority(8))).isInstanceOf(CountersignException.Stale.class);
    }

    @Test
    void everyVersionIsKeptAndAnyIsBroughtBackEvenOfARemovedPolicy() {
        var first = desk.save(draft("one", 1));
        desk.save(first.withPriority(7));
        assertThat(desk.remove(first.id())).isTrue();

        assertThat(desk.versions(first.id()))
                .extracting(version -> version.policy().priority())
                .containsExactly(7, 1);
        var restored = desk.restore(first.id(), 1);
        assertThat(restored).isEqualTo(first.numbered(first.id(), 3));
        assertThat(desk.all()).containsExactly(restored);
        assertThat(desk.restore(first.id(), 2).priority()).isEqualTo(7);
        assertThat(desk.versions(first.id())).hasSize(4);
        assertThatThrownBy(() -> desk.restore(first.id(), 99)).isInstanceOf(CountersignException.NotFound.class);
        assertThat(desk.save(draft("next", 1)).id()).isGreaterThan(first.id());
    }

    @Test
    void anyOrderIsReachedWithPrioritiesWithinTheirRange() {
        var random = new Random(3);
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            ids.add(desk.save(draft("p" + i, random.nextInt(1, 4) * 300)).id());
        }
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(ids, random);
            assertThat(desk.reorder(ids)).extracting(Policy::id).isEqualTo(ids);
            assertThat(desk.all())
                    .extracting(Policy::priority)
                    .allSatisfy(priority -> assertThat(priority).isBetween(1, 1000));
        }
    }

    @Test
    void draggingOneChangesOneAndAnUnknownOneChangesNothing() {
        var ids = new ArrayList<>(IntStream.rangeClosed(1, 6)
                .mapToObj(i -> desk.save(draft("p" + i, i * 100)).id())
                .toList());
        ids.add(1, ids.removeLast());

        var ordered = desk.reorder(ids);

        assertThat(ordered).extracting(Policy::id).isEqualTo(ids);
        assertThat(ordered).filteredOn(policy -> policy.version() > 1).hasSize(1);
        assertThatThrownBy(() -> desk.reorder(List.of(ids.getLast(), 4711L)))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThat(desk.all()).isEqualTo(ordered);
        assertThat(desk.reorder(List.of())).isEqualTo(ordered);
    }

    @Test
    void anImportIsPreviewedAndAppliedAsAWhole() {
        var same = desk.save(draft("same", 1));
        var changed = desk.save(draft("changed", 2));
        var file = json.parse(json.print(List.of(same, changed.withPriority(9), draft("new", 3))))
                .orThrow();

        var preview = desk.preview(file);

        assertThat(preview.entries())
                .extracting(entry -> entry.stored().isPresent(), ImportPreview.Entry::changed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, List.of()),
                        org.assertj.core.groups.Tuple.tuple(true, List.of("priority")),
                        org.assertj.core.groups.Tuple.tuple(false, List.of()));
        desk.enable(same.id(), false);
        assertThatThrownBy(() -> desk.apply(preview)).isInstanceOf(CountersignException.Stale.class);
        assertThat(desk.all()).hasSize(2);
        assertThat(desk.apply(desk.preview(file))).hasSize(3);
        assertThat(desk.all()).extracting(Policy::name).containsExactly("same", "new", "changed");
        assertThat(desk.preview(json.parse(desk.export(List.of())).orThrow()).entries())
                .allSatisfy(entry -> assertThat(entry.changed()).isEmpty());
    }

    @Test
    void oneIsExportedAlone() {
        desk.save(draft("one", 1));
        var two = desk.save(draft("two", 2));

        assertThat(json.parse(desk.export(List.of(two.id()))).orThrow()).containsExactly(two);
        assertThatThrownBy(() -> desk.export(List.of(99L))).isInstanceOf(CountersignException.NotFound.class);
    }
}
