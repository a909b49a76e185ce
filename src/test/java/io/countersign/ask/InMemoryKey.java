package io.countersign.ask;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A keyring of one key; one without a {@code keyring} keeps nothing. */
public final class InMemoryKey implements ModelKey {
    private final AtomicReference<Optional<String>> kept = new AtomicReference<>(Optional.empty());
    private final boolean keyring;

    public InMemoryKey(boolean keyring) {
        this.keyring = keyring;
    }

    @Override
    public Optional<String> find() {
        return kept.get();
    }

    @Override
    public boolean keep(String key) {
        if (keyring) {
            kept.set(Optional.of(key));
        }
        return keyring;
    }

    @Override
    public void forget() {
        kept.set(Optional.empty());
    }
}
