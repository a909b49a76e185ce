package io.countersign.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made at the first call, once; a failure is thrown, and tried again at the next. Thread-safe. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private volatile @Nullable T made;

    public Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        var value = made;
        return value != null ? value : make();
    }

    private synchronized T make() {
        var value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
