package io.countersign.search.ui;

import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.Completion;
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
        var term = term(typed, caret);
        if (term.length() < 2) {
            completing.forget();
            then.accept(List.of());
            return;
        }
        boolean value = term.indexOf(':') >= 0;
        completing.ask(
                "search.completing",
                _ -> desk.complete(typed, caret),
                found -> then.accept(found.stream()
                        .filter(each -> value || each.kind() == Completion.Kind.OPERATOR)
                        .toList()),
                _ -> then.accept(List.of()));
    }

    /** What stands between the last white space and the caret. */
    private static String term(String typed, int caret) {
        int end = Math.clamp(caret, 0, typed.length());
        int start = end;
        while (start > 0 && !Character.isWhitespace(typed.charAt(start - 1))) {
            start--;
        }
        return typed.substring(start, end);
    }
}
