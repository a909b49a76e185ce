package io.countersign.search.ui;

import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.Completion;
import io.countersign.search.SearchDesk.Range;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import java.util.List;
import java.util.function.Consumer;

/** How a query may go on. UI thread only. */
final class CompletionViewModel {
    private final SearchDesk desk;
    private final NewestOnly completing;

    CompletionViewModel(SearchDesk desk, BackgroundTasks tasks) {
        this.desk = desk;
        completing = new NewestOnly(tasks);
    }

    /** Operators, and values of one; a bare word is left alone, since what it finds is below it already. */
    void complete(String typed, int caret, Consumer<List<Completion>> then) {
        if (isShort(typed, caret)) {
            completing.forget();
            then.accept(List.of());
            return;
        }
        completing.ask(
                "search.completing",
                _ -> desk.complete(typed, caret),
                found -> then.accept(found.stream()
                        .filter(each -> each.kind() == Completion.Kind.OPERATOR || isValue(typed, each.replaced()))
                        .toList()),
                _ -> then.accept(List.of()));
    }

    /** Of one letter everything could be the beginning. */
    private static boolean isShort(String typed, int caret) {
        int end = Math.clamp(caret, 0, typed.length());
        return end < 2
                || Character.isWhitespace(typed.charAt(end - 1))
                || Character.isWhitespace(typed.charAt(end - 2));
    }

    /** It belongs to an operator, whose value may be quoted and have blanks in it. */
    private static boolean isValue(String typed, Range replaced) {
        int start = Math.clamp(replaced.start(), 0, typed.length());
        return typed.substring(start, Math.clamp(replaced.end(), start, typed.length()))
                        .indexOf(':')
                >= 0;
    }
}
