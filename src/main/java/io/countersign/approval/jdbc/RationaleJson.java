package io.countersign.approval.jdbc;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.approval.Rationale;
import io.countersign.shared.CountersignException;

/** A rationale as the JSON text of its column. Thread-safe. */
final class RationaleJson {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    RationaleJson() {
        // Rationales of before do not say what their confidence is made of.
        var mapper = JsonMapper.builder()
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
                .build();
        this.writer = mapper.writerFor(Rationale.class);
        this.reader = mapper.readerFor(Rationale.class);
    }

    String write(Rationale rationale) {
        try {
            return writer.writeValueAsString(rationale);
        } catch (JsonProcessingException e) {
            throw new CountersignException.Storage("write a rationale", e);
        }
    }

    Rationale read(String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new CountersignException.Storage("read a rationale", e);
        }
    }
}
