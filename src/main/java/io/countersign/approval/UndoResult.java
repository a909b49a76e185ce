package io.countersign.approval;

import java.util.List;

/** What an undo took back, and what it had to leave because the mail was changed since. */
public record UndoResult(long batch, int undone, List<Kept> kept) {
    public record Kept(long id, String reason) {}
}
