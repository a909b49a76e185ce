package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import io.countersign.policy.MessageField;
import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The texts that mails have in a field, the most frequent first; counted when a field is asked for first. Thread-safe. */
final class FieldValues {
    private static final int MOST = 50_000;

    private final List<Message> mails;
    private final IdentityHashMap<MessageField, List<Value>> byField = new IdentityHashMap<>();

    FieldValues(List<Message> mails) {
        this.mails = mails;
    }

    private record Value(String text, String folded, int times) {}

    /** Those that start with the text, then those that contain it; none for fields that hold no text. */
    List<String> complete(MessageField field, String typed, int limit) {
        var wanted = TextFold.fold(typed.strip());
        var values = of(field);
        var starting = values.stream().filter(value -> value.folded().startsWith(wanted));
        var containing = values.stream()
                .filter(value ->
                        !value.folded().startsWith(wanted) && value.folded().contains(wanted));
        return Stream.concat(starting, containing).limit(limit).map(Value::text).toList();
    }

    private synchronized List<Value> of(MessageField field) {
        return byField.computeIfAbsent(field, this::count);
    }

    private List<Value> count(MessageField field) {
        var times = new HashMap<String, Integer>();
        for (var mail : mails) {
            texts(field, mail).forEach(text -> times.merge(text, 1, Integer::sum));
        }
        field.allowed().forEach(text -> times.putIfAbsent(text, 0));
        var values = new ArrayList<Value>(times.size());
        times.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST)
                .forEach(entry ->
                        values.add(new Value(entry.getKey(), TextFold.fold(entry.getKey()), entry.getValue())));
        return values;
    }

    private static List<String> texts(MessageField field, Message mail) {
        return switch (field) {
            case MessageField.Text text -> List.of(text.read().apply(mail));
            case MessageField.Texts texts -> texts.read().apply(mail);
            case MessageField.Numeric _, MessageField.Flag _, MessageField.Moment _ -> List.of();
        };
    }
}
