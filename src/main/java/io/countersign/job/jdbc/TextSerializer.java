package io.countersign.job.jdbc;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The data of a task is a short text: what a shared database says is never deserialized into objects. */
final class TextSerializer implements Serializer {
    @Override
    public byte[] serialize(@Nullable Object data) {
        return (data == null ? "" : data.toString()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
        return type.cast(data == null ? "" : new String(data, StandardCharsets.UTF_8));
    }
}
