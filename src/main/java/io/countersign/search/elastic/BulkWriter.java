package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.countersign.mail.Message;
import io.countersign.search.IndexedMail;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes many documents at once into one index, in requests of bounded size. Thread-safe. */
final class BulkWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);
    private static final String JSON = "application/json";
    private static final long MOST_BYTES = 5L << 20;
    private static final int MOST_MAILS = 1000;

    private final ElasticConnection server;
    private final Clock clock;

    BulkWriter(ElasticConnection server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    void put(Generation generation, List<IndexedMail> mails) {
        var batch = new Batch(generation);
        for (var mail : mails) {
            var json = bytes(ElasticDocument.of(mail, clock.instant()).toString());
            var id = String.valueOf(mail.message().id());
            batch.add(BulkOperation.of(o -> o.index(i -> i.id(id).document(BinaryData.of(json, JSON)))), json.length);
        }
        batch.write();
    }

    /** Mails that are not there are left out. */
    void update(Generation generation, List<Message> changed) {
        var batch = new Batch(generation);
        for (var message : changed) {
            var action = JsonNodeFactory.instance.objectNode();
            action.set("doc", ElasticDocument.change(message, clock.instant()));
            var json = bytes(action.toString());
            var id = String.valueOf(message.id());
            batch.add(
                    BulkOperation.of(
                            o -> o.update(u -> u.id(id).retryOnConflict(3).binaryAction(BinaryData.of(json, JSON)))),
                    json.length);
        }
        batch.write();
    }

    /** By way of a string, since that turns half a letter into something that can be sent. */
    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** What goes with one request; for one thread. */
    private final class Batch {
        private final Generation generation;
        private final List<BulkOperation> operations = new ArrayList<>();
        private long size;

        Batch(Generation generation) {
            this.generation = generation;
        }

        void add(BulkOperation operation, long bytes) {
            if (operations.size() >= MOST_MAILS || size + bytes > MOST_BYTES) {
                write();
            }
            operations.add(operation);
            size += bytes;
        }

        void write() {
            if (operations.isEmpty()) {
                return;
            }
            var sent = List.copyOf(operations);
            operations.clear();
            size = 0;
            var answer = server.write(client -> client.bulk(
                    bulk -> bulk.index(generation.writing()).requireAlias(true).operations(sent)));
            if (answer.errors()) {
                answer.items().forEach(this::check);
            }
        }

        private void check(BulkResponseItem item) {
            var error = item.error();
            if (error == null || "document_missing_exception".equals(error.type())) {
                return;
            }
            if ("document_parsing_exception".equals(error.type()) || "mapper_parsing_exception".equals(error.type())) {
                // One mail that cannot be stored must not keep all others out for ever.
                LOG.warn("mail {} is not in the search index: {}", item.id(), error.type());
                return;
            }
            throw failure(item.status(), error);
        }

        private SearchFailure failure(int status, ErrorCause error) {
            var detail = generation.index() + ": " + status + " " + error.type();
            var kind = "index_not_found_exception".equals(error.type())
                    ? Kind.UNREACHABLE // replaced by another process, as all writers find out
                    : ElasticFailures.kind(status, error);
            return new SearchFailure(kind, detail, new IllegalStateException(detail));
        }
    }
}
