package io.countersign.ask.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

class KeyringModelKeyTest {
    @Test
    void theEnvironmentComesFirst() {
        assertThat(new KeyringModelKey(Map.of("COUNTERSIGN_LLM_KEY", " sk-1 ")).find())
                .isEqualTo(Optional.of("sk-1"));
    }

    @Test
    @DisabledIfEnvironmentVariable(
            named = "DBUS_SESSION_BUS_ADDRESS",
            matches = ".+",
            disabledReason = "a keyring may be open")
    void withoutAKeyringThereIsNoKeyAndNoFailure() {
        var key = new KeyringModelKey(Map.of());
        assertThat(key.find()).isEmpty();
        assertThat(key.keep("sk-2")).isFalse();
        key.forget();
    }
}
