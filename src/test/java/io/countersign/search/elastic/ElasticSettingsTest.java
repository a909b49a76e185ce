package io.countersign.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ElasticSettingsTest {
    private static ElasticSettings settings(String url, Credentials credentials) {
        return ElasticSettings.of(url, credentials, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:secret@search.example:9200",
                "http://me:secret@localhost",
                "https://me:secret@bad_host/",
                "https://:secret@search.example",
                "https://search example:secret@x",
                "search.example:9200",
                "ftp://search.example",
                "https://search.example/?key=secret",
                "https://search.example/#secret",
                "https:///secret",
                "",
                "::secret"
            })
    void refusesAUrlThatIsNoneOrHoldsAPasswordAndDoesNotRepeatIt(String url) {
        assertThatThrownBy(() -> settings(url, new Credentials.None()))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("--search-url")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://search.example", "http://localhost:9200", "http://127.0.0.1:9200", "https://h/prefix"})
    void sendsASecretOnlyWhereNobodyListens(String url) {
        assertThat(settings(url, new Credentials.ApiKey("a2V5")).url()).hasToString(url);
    }

    @Test
    void refusesToSendASecretInTheOpen() {
        assertThatThrownBy(() -> settings("http://search.example:9200", new Credentials.ApiKey("a2V5")))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageNotContaining("a2V5");
        assertThat(settings("http://search.example:9200", new Credentials.None())
                        .server())
                .isEqualTo("search.example:9200");
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(settings("https://h", new Credentials.ApiKey("a2V5")).toString())
                .doesNotContain("a2V5");
        assertThat(settings("https://h", new Credentials.Basic("me", "secret")).toString())
                .contains("me")
                .doesNotContain("secret");
    }

    @Test
    void aUserIsSentAsTheProtocolWantsIt() {
        assertThat(new Credentials.Basic("Aladdin", "open sesame").header())
                .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(new Credentials.ApiKey("a2V5").header()).contains("ApiKey a2V5");
        assertThat(new Credentials.None().header()).isEmpty();
    }
}
