package io.countersign.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ListView;

/**
 * How long after one frame the next one comes, in milliseconds, while a list is scrolled by a row with every frame. JavaFX asks
 * for 60 frames a second. For the JavaFX thread.
 */
final class FrameTimes extends AnimationTimer {
    private static final long NONE = -1;

    private final ListView<?> list;
    private final List<Double> between = new ArrayList<>();
    private long before = NONE;

    FrameTimes(ListView<?> list) {
        this.list = list;
    }

    @Override
    public void handle(long now) {
        long begun = System.nanoTime();
        if (before != NONE) {
            between.add((begun - before) / 1e6);
        }
        before = begun;
        int rows = list.getItems().size();
        if (rows > 0) {
            list.scrollTo(between.size() % rows);
        }
    }

    @Override
    public String toString() {
        var sorted = between.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "no frames";
        }
        var shares = IntStream.of(50, 95, 99)
                .mapToObj(share ->
                        String.format(Locale.ROOT, "p%d %.1f ms", share, sorted.get(sorted.size() * share / 100)))
                .toList();
        return String.format(
                Locale.ROOT, "%,d frames  %s  max %.1f ms", sorted.size(), String.join("  ", shares), sorted.getLast());
    }
}
