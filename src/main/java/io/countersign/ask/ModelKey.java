package io.countersign.ask;

import java.util.Optional;

/** The key that a language model's server wants. It is never shown, logged or passed as an argument. Blocking. */
public interface ModelKey {
    /** Empty when there is none, or the place where it is kept cannot be opened. */
    Optional<String> find();

    /** Keeps a key in the system's keyring, replacing the one before; false when there is no keyring that can be opened. */
    boolean keep(String key);

    /** Forgets the key that was kept. */
    void forget();
}
