package io.countersign.api.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.api.ApiToken;
import io.countersign.api.Limits;
import io.countersign.api.LocalApiSettings;
import io.countersign.api.LocalApiSettingsFile;
import io.countersign.api.MetricsText;
import io.countersign.api.http.ApiServer;
import io.countersign.api.http.SwitchedApi;
import io.countersign.api.routes.ServiceRoutes;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.TestWindow;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The card of the local API, over a real server. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ApiViewTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final FxRobot robot = new FxRobot();
    private int port;

    @SuppressWarnings("NullAway.Init") // in begin()
    private Screen screen;

    private static final class Screen extends RecordedScreen implements AutoCloseable {
        private final SwitchedApi api;
        private final ApiViewModel model;
        private final ApiWords words;

        Screen(Path home) {
            super(new DirectTasks(), Locale.ENGLISH, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            words = new ApiWords(texts, false);
            api = new SwitchedApi(
                    home,
                    () -> new ApiServer.Offer(
                            new ServiceRoutes(MetricsText.none()).routes(),
                            ApiToken.in(home),
                            Limits.STANDARD,
                            _ -> "It failed."));
            model = new ApiViewModel(new LocalApiSettingsFile(home), api, words, ports);
        }

        Parent show() {
            var location = Objects.requireNonNull(View.class.getResource("/views/settings-api.fxml"));
            return new ViewLoader(texts, Map.of(ApiController.class, () -> new ApiController(model, words)))
                    .load(location)
                    .root();
        }

        String said() {
            return words.state(model.shownProperty().get().state());
        }

        @Override
        public void close() {
            api.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        port = freePort();
        new LocalApiSettingsFile(home).save(new LocalApiSettings(false, port));
        open();
    }

    private void open() throws Exception {
        robot.interact(() -> {
            screen = new Screen(home);
            TestWindow.show(new Stage(), screen.show());
            screen.model.begin();
        });
    }

    @AfterEach
    void close() {
        screen.close();
        robot.interact(() -> robot.listWindows().forEach(javafx.stage.Window::hide));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int health(int at) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + "/health"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).statusCode();
        } catch (ConnectException _) {
            return 0;
        }
    }

    private void press(String id) {
        robot.interact(() -> robot.lookup(id).<Node>query().requestFocus());
        robot.push(KeyCode.SPACE);
    }

    private void type(String port) {
        robot.interact(() -> {
            var field = robot.lookup("#apiPort").queryAs(TextField.class);
            field.requestFocus();
            field.setText(port);
        });
        robot.push(KeyCode.ENTER);
    }

    @Test
    void itIsOffUntilItIsSwitchedOnAndServesUntilItIsSwitchedOff() throws Exception {
        assertThat(screen.said()).isEqualTo("Off: nothing is listening.");
        assertThat(health(port)).isZero();
        press("#apiOn");
        assertThat(screen.said()).isEqualTo("Running at http://127.0.0.1:" + port);
        assertThat(health(port)).isEqualTo(200);
        press("#apiOn");
        assertThat(health(port)).isZero();
        assertThat(new LocalApiSettingsFile(home).load()).isEqualTo(new LocalApiSettings(false, port));
    }

    @Test
    void whatWasSwitchedOnServesAfterTheNextStart() throws Exception {
        press("#apiOn");
        screen.close();
        assertThat(health(port)).isZero();
        open();
        assertThat(health(port)).isEqualTo(200);
        assertThat(screen.said()).contains(Integer.toString(port));
    }

    @Test
    void aPortThatIsTakenIsToldAndTriedAgainOnceItIsFree() throws Exception {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            press("#apiOn");
            assertThat(screen.said()).startsWith("Another program is listening on port " + port);
            assertThat(screen.toasts.said()).last().isEqualTo(screen.said());
        }
        press("#apiAgain");
        assertThat(health(port)).isEqualTo(200);
    }

    @Test
    void anotherPortIsServedInPlaceOfTheOneBeforeAndNonsenseIsNot() throws Exception {
        press("#apiOn");
        type("80");
        assertThat(TestWindow.shows(robot, "Enter a number from 1024 to 65535."))
                .isTrue();
        assertThat(health(port)).isEqualTo(200);
        int other = freePort();
        type(Integer.toString(other));
        assertThat(health(other)).isEqualTo(200);
        assertThat(health(port)).isZero();
        assertThat(robot.lookup("#apiExample").queryAs(TextArea.class).getText())
                .startsWith("curl ")
                .contains("127.0.0.1:" + other, "api-token");
    }

    @Test
    void theTokenGoesToTheClipboardAndIsShownNowhere() throws Exception {
        press("#apiOn");
        press("#apiCopyToken");
        var token = Files.readString(home.resolve(ApiToken.FILE)).strip();
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(token));
        assertThat(TestWindow.shows(robot, token)).isFalse();
        assertThat(robot.lookup(".text-field").queryAllAs(TextField.class))
                .noneMatch(field -> field.getText().contains(token));
        assertThat(screen.toasts.said()).contains("Token copied");
    }
}
