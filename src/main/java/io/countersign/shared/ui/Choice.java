package io.countersign.shared.ui;

/** One line of a drop-down list: what it stands for, and the words for it. */
public record Choice<T>(T value, String words) {
    @Override
    public String toString() {
        return words;
    }
}
