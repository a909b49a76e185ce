package io.countersign.ats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JDBC URLs are connected to, and what is said of the others. */
class WarehouseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:hunter2@db.example/warehouse",
                "jdbc:postgresql://db.example/warehouse?user=me&password=hunter2",
                "jdbc:postgresql://db.example/warehouse?sslpassword=hunter2",
                "jdbc:h2:mem:w;USER=sa;PASSWORD=hunter2",
                "JDBC:H2:mem:w;Password=hunter2"
            })
    void aPasswordInItIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> new WarehouseUrl(url))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("COUNTERSIGN_WAREHOUSE_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:w;INIT=RUNSCRIPT FROM 'x.sql'",
                "jdbc:h2:mem:w;TRACE_LEVEL_FILE=3",
                "jdbc:postgresql://db/w?socketFactory=x.Y",
                "jdbc:postgresql://db/w?loggerFile=/etc/x"
            })
    void settingsThatDoMoreThanReadAreRefused(String url) {
        assertThatThrownBy(() -> new WarehouseUrl(url)).hasMessageContaining("is not allowed in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/w", "jdbc:", "postgresql://db/w"})
    void otherDatabasesAreRefused(String url) {
        assertThatThrownBy(() -> new WarehouseUrl(url)).hasMessageContaining("whose drivers are here");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/w?currentSchema=x, jdbc:postgresql://db/w?currentSchema=x, jdbc:postgresql://db/w",
        "jdbc:h2:mem:w;MODE=Oracle, jdbc:h2:mem:w;MODE=Oracle;IFEXISTS=TRUE, jdbc:h2:mem:w",
        "jdbc:h2:/a/w, jdbc:h2:/a/w;IFEXISTS=TRUE;ACCESS_MODE_DATA=r, jdbc:h2:/a/w",
        "jdbc:h2:/a/w;ifexists=true, jdbc:h2:/a/w;ifexists=true;ACCESS_MODE_DATA=r, jdbc:h2:/a/w"
    })
    void aDatabaseIsNeitherMadeNorWritten(String url, String connectable, String shown) {
        assertThat(new WarehouseUrl(url).connectable()).isEqualTo(connectable);
        assertThat(new WarehouseUrl(url)).hasToString(shown);
    }

    @Test
    void aFileThatIsNotThereIsSaidAndNotMade(@TempDir Path folder) {
        var view = new JdbcWarehouseView(Map.of(), _ -> {});
        assertThatThrownBy(() -> view.read("jdbc:h2:" + folder.resolve("absent")))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("The warehouse cannot be reached");
        assertThat(folder).isEmptyDirectory();
        assertThat(Files.exists(folder)).isTrue();
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        var view = new JdbcWarehouseView(Map.of(), _ -> {});
        assertThatThrownBy(() -> view.read("jdbc:postgresql://127.0.0.1:1/w"))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("The warehouse cannot be reached");
    }
}
