package io.countersign.money.ui;

/** One line of a drop-down list: what it stands for, and the words for it. */
record Choice<T>(T value, String words) {
    @Override
    public String toString() {
        return words;
    }
}
