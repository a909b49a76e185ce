package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.api.Call;
import io.countersign.api.Reply;
import io.countersign.api.routes.LearningRoutes;
import io.countersign.approval.BatchSummary;
import io.countersign.insight.PolicyStatsJson;
import io.countersign.insight.RecallQuestion;
import io.countersign.policy.Action;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Json;
import io.countersign.shared.task.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the API tells about policies is kept until it changes: whatever a person does, in whatever order, is in it at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshStatisticsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/London"));
    private static final Call CALL = new Call(Map.of(), Map.of(), new byte[0], Progress.none());
    private static final int STEPS = 120;

    private final ThrowawayHome home = ThrowawayHome.create(CLOCK);
    private final Random random = new Random(11);

    @AfterAll
    void close() {
        home.close();
    }

    @Test
    void nothingThatIsDoneIsMissingFromWhatIsTold() {
        home.fill(Progress.none());
        var root = home.root();
        var routes = new LearningRoutes(root.statistics(), root.weights(), root.user(), root::statisticsVersion);
        var stats = routes.routes().getFirst().handler();
        int changed = 0;
        var last = "";
        for (int step = 0; step < STEPS; step++) {
            var done = act(root);
            var told = new String(((Reply.Whole) stats.reply(CALL)).content(), StandardCharsets.UTF_8);
            assertThat(told).as(done).isEqualTo(fresh(root));
            changed += told.equals(last) ? 0 : 1;
            last = told;
        }
        assertThat(changed).as("steps that changed something").isGreaterThan(STEPS / 3);
        long before = root.statisticsVersion().orElseThrow();
        stats.reply(CALL);
        assertThat(root.statisticsVersion()).as("looking changes nothing").hasValue(before);
    }

    private static String fresh(CompositionRoot root) {
        return Json.line(Json.array(root.statistics().of(root.user(), OptionalInt.empty()).stream()
                .map(PolicyStatsJson::of)
                .toList()));
    }

    private String act(CompositionRoot root) {
        int what = random.nextInt(11);
        try {
            step(root, what);
        } catch (CountersignException e) {
            return what + " refused: " + e.getMessage();
        }
        return "step " + what;
    }

    private void step(CompositionRoot root, int what) {
        var approvals = root.approvals();
        var none = Progress.none();
        switch (what) {
            case 0, 1 -> approvals.approve(some(root), none);
            case 2 -> approvals.reject(some(root), none);
            case 3 -> approvals.undo(OptionalLong.empty(), none);
            case 4 -> approvals.undo(batch(root), none);
            case 5 -> approvals.propose(_ -> true, 50, false, none);
            case 6 -> some(root).stream().findFirst().ifPresent(approvals::always);
            case 7 -> policy(root).ifPresent(id -> root.policyDesk().enable(id, random.nextBoolean()));
            case 8 -> root.policyStats().run(none);
            case 9 -> question(root);
            default -> byHand(root);
        }
    }

    private List<Long> some(CompositionRoot root) {
        var pending = root.approvals().pending();
        return random.ints(3, 0, Math.max(1, pending.size()))
                .filter(at -> at < pending.size())
                .mapToObj(at -> pending.get(at).id())
                .distinct()
                .toList();
    }

    private OptionalLong batch(CompositionRoot root) {
        var batches =
                root.approvals().batches(20).stream().map(BatchSummary::id).toList();
        return batches.isEmpty() ? OptionalLong.empty() : OptionalLong.of(batches.get(random.nextInt(batches.size())));
    }

    private Optional<Long> policy(CompositionRoot root) {
        var all = root.policyDesk().all();
        var policy = all.get(random.nextInt(all.size()));
        if (random.nextInt(8) == 0) {
            root.policyDesk().remove(policy.id());
            return Optional.empty();
        }
        return Optional.of(policy.id());
    }

    private void question(CompositionRoot root) {
        var open = root.insights().questions().stream().map(RecallQuestion::id).toList();
        if (!open.isEmpty()) {
            root.insights().answer(open.getFirst(), random.nextBoolean());
        }
    }

    private void byHand(CompositionRoot root) {
        long mail = 1L + random.nextInt((int) root.messages().count());
        root.byHand().act(new Action.Archive(), List.of(mail), Progress.none());
    }
}
