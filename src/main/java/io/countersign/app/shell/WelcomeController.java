package io.countersign.app.shell;

import io.countersign.shared.ui.FileChoosers;
import io.countersign.shared.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/** Binds the pane that an empty mailbox shows. */
public final class WelcomeController {
    private final WelcomeViewModel model;
    private final FileChoosers files;
    private final Texts texts;

    @FXML
    private VBox choices;

    @FXML
    private VBox running;

    @FXML
    private Label runningTitle;

    @FXML
    private Label runningDetail;

    @FXML
    private ProgressBar runningBar;

    @FXML
    private Button openFiles;

    @FXML
    private Label problem;

    public WelcomeController(WelcomeViewModel model, FileChoosers files, Texts texts) {
        this.model = model;
        this.files = files;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        shownWhen(choices, false);
        shownWhen(running, true);
        runningTitle.textProperty().bind(model.titleProperty());
        runningDetail.textProperty().bind(model.detailProperty());
        runningBar.progressProperty().bind(model.progressProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
    }

    private void shownWhen(Node node, boolean busy) {
        node.visibleProperty()
                .bind(busy ? model.busyProperty() : model.busyProperty().not());
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void openFiles() {
        model.importPaths(files.openFiles(texts.get("welcome.open.files.title")));
    }

    @FXML
    private void openFolder() {
        model.importPaths(files.openFolder(texts.get("welcome.open.folder.title"))
                .map(List::of)
                .orElse(List.of()));
    }

    @FXML
    private void openDemo() {
        model.openDemo();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    @FXML
    private void dropped(DragEvent event) {
        List<Path> paths =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!paths.isEmpty());
        event.consume();
        model.importPaths(paths);
    }

    void focus() {
        openFiles.requestFocus();
    }
}
