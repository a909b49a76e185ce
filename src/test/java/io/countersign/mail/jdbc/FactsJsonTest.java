package io.countersign.mail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Facts that were stored come back as they were, every one of them. */
class FactsJsonTest {
    private static final int ROUNDS = 2_000;

    private final Random random = new Random(1234);
    private final FactsJson json = new FactsJson();

    @Test
    void factsComeBackAsTheyWereStored() {
        for (int round = 0; round < ROUNDS; round++) {
            var facts = facts();
            assertThat(json.ats(json.ats(Optional.of(facts)))).contains(facts);
        }
    }

    @Test
    void anotherRiskAndOtherNamesLeaveTheRestAsItWas() {
        for (int round = 0; round < ROUNDS; round++) {
            var facts = facts();
            assertThat(facts.withGhostingRisk(0.5).withGhostingRisk(facts.ghostingRisk()))
                    .isEqualTo(facts);
            assertThat(facts.withNames(Optional.of("Acme"), Optional.of("Clerk"))
                            .withNames(facts.company(), facts.role()))
                    .isEqualTo(facts);
        }
    }

    private AtsFacts facts() {
        return new AtsFacts(
                maybe(this::text),
                maybe(this::text),
                finding(),
                maybe(this::instant),
                maybe(this::instant),
                maybe(this::text),
                maybe(this::text),
                random.nextDouble(),
                maybe(() -> new CalendarInvite(text(), random.nextInt(9), random.nextBoolean(), maybe(this::instant))),
                maybe(() -> LocalDate.ofEpochDay(random.nextInt(40_000))));
    }

    private StageFinding finding() {
        var evidence = new ArrayList<Evidence>();
        for (int i = random.nextInt(4); i > 0; i--) {
            evidence.add(new Evidence(text(), text(), random.nextDouble()));
        }
        return new StageFinding(
                maybe(this::stage),
                random.nextDouble(),
                evidence,
                random.nextBoolean() ? List.of() : List.of(stage(), stage()));
    }

    private Stage stage() {
        var stages = List.of(Stage.values());
        return stages.get(random.nextInt(stages.size()));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
    }

    private String text() {
        var pieces = List.of("Acme", " ", "\"", "\\", "\n", "ü", "{", "]", "\uD83D\uDE00", "null", "7");
        var text = new StringBuilder("x");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private <T> Optional<T> maybe(Supplier<T> content) {
        return random.nextBoolean() ? Optional.of(content.get()) : Optional.empty();
    }
}
