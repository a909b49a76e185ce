package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ActionEffectTest {
    private static final List<Action> ASKS = List.of(
            new Action.Unsubscribe(),
            new Action.BlockSender(),
            new Action.QuarantineAttachment(),
            new Action.MoveToFolder("Trash"),
            new Action.MoveToFolder("[Gmail]/Spam"),
            new Action.MoveToFolder("INBOX.Junk"),
            new Action.MoveToFolder("Deleted Items"));
    private static final List<Action> MAY_ACT = List.of(
            new Action.Archive(),
            new Action.Label("Receipts"),
            new Action.MoveToFolder("Shops"),
            new Action.MarkRead(),
            new Action.CreateCalendarEvent(),
            new Action.CreateTask(Optional.empty(), Optional.empty()));

    /** Every record below a sealed type, however deep. */
    private static Stream<Class<?>> actions(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ActionEffectTest::actions)
                : Stream.of(type);
    }

    @Test
    void everyActionIsClassifiedHereAsOneThatAsksOrOneThatMayActAlone() {
        assertThat(Stream.concat(ASKS.stream(), MAY_ACT.stream())
                        .map(Object::getClass)
                        .collect(Collectors.toSet()))
                .isEqualTo(actions(Action.class).collect(Collectors.toSet()));
    }

    @Test
    void whatReachesBeyondTheMailboxOrIntoATrashAlwaysAsks() {
        assertThat(ASKS).allMatch(ActionEffect::alwaysAsks);
        assertThat(MAY_ACT).noneMatch(ActionEffect::alwaysAsks);
    }

    @Test
    void noDestructiveActionMayActAlone() {
        assertThat(Stream.concat(ASKS.stream(), MAY_ACT.stream()).filter(Action::isDestructive))
                .isNotEmpty()
                .allMatch(ActionEffect::alwaysAsks);
    }
}
