package io.countersign.job.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.job.power.SystemPower.Battery;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SystemPowerTest {
    @Test
    void onlyAnUnpluggedComputerWithoutMuchLeftIsLow() {
        assertThat(SystemPower.isLow(List.of())).isFalse();
        assertThat(SystemPower.isLow(List.of(new Battery(0.19, false)))).isTrue();
        assertThat(SystemPower.isLow(List.of(new Battery(0.2, false)))).isFalse();
        assertThat(SystemPower.isLow(List.of(new Battery(0.05, true)))).isFalse();
        assertThat(SystemPower.isLow(List.of(new Battery(0.05, false), new Battery(0.9, false))))
                .isFalse();
    }

    @Test
    void everyComputerCanBeAsked() {
        assertThatCode(() -> new SystemPower().isLow()).doesNotThrowAnyException();
    }
}
