package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.elastic.ElasticServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commands find mail on a real Elasticsearch server as they do in the embedded index. */
final class ElasticSearchCommandsIT extends ProgramContract {
    @RegisterExtension
    static final ElasticServer SERVER = new ElasticServer();

    @Override
    Map<String, String> environment() {
        return Map.of("COUNTERSIGN_SEARCH_URL", SERVER.url().toString());
    }

    @Test
    void searchFindsWhatWasImported() {
        json("import", mailbox.toString());
        var hits = found();
        assertThat(hits).hasSize(5);
        assertThat(folder.resolve("home/index")).doesNotExist();

        var rebuilt = run("check", "--rebuild-index");
        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        assertThat(found()).isEqualTo(hits);
    }

    private List<String> found() {
        return json("search", "interview", "--limit", "5").objects().stream()
                .map(hit -> hit.get("messageId").asText())
                .toList();
    }
}
