package io.countersign.ask.llm;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import io.countersign.ask.ModelKey;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A key from the environment, for servers and tests, else from the system's keyring, which is opened only when it is needed. */
public final class KeyringModelKey implements ModelKey {
    public static final String VARIABLE = "COUNTERSIGN_LLM_KEY";

    private static final String SERVICE = "countersign";
    private static final String ACCOUNT = "language-model";

    private final Map<String, String> environment;

    public KeyringModelKey(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Optional<String> find() {
        var given = environment.getOrDefault(VARIABLE, "").strip();
        return given.isEmpty() ? withKeyring(keyring -> keyring.getPassword(SERVICE, ACCOUNT)) : Optional.of(given);
    }

    @Override
    public boolean keep(String key) {
        return withKeyring(keyring -> {
                    keyring.setPassword(SERVICE, ACCOUNT, key);
                    return true;
                })
                .orElse(false);
    }

    @Override
    public void forget() {
        withKeyring(keyring -> {
            keyring.deletePassword(SERVICE, ACCOUNT);
            return true;
        });
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Keyring keyring) throws PasswordAccessException;
    }

    private static <T> Optional<T> withKeyring(Use<T> use) {
        try {
            var keyring = Keyring.create();
            try {
                return Optional.ofNullable(use.of(keyring));
            } finally {
                keyring.close();
            }
        } catch (PasswordAccessException e) {
            return Optional.empty(); // nothing is kept there
        } catch (BackendNotSupportedException e) {
            log().debug("There is no keyring to open");
            return Optional.empty();
        } catch (Exception | LinkageError e) {
            log().warn("The keyring cannot be opened: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Looked up when it is used: this is made before the log file of the home is named, and the first logger opens the file. */
    private static Logger log() {
        return LoggerFactory.getLogger(KeyringModelKey.class);
    }
}
