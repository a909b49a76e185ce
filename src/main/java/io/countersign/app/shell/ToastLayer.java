package io.countersign.app.shell;

import io.countersign.shared.ui.Toasts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Toasts at the bottom of the window, newest lowest, at most three; one that is pointed at stays. */
final class ToastLayer extends VBox implements Toasts {
    private static final int MOST = 3;
    private static final Duration FADE = Duration.millis(160);

    private final Duration stay;
    private Optional<Node> outside = Optional.empty();

    ToastLayer(Duration stay) {
        this.stay = stay;
        sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(owner -> Optional.ofNullable(owner)
                        .filter(node -> !isWithin(node, this))
                        .ifPresent(node -> outside = Optional.of(node)));
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setFillWidth(false);
    }

    @Override
    public void show(String message) {
        add(toast(message));
    }

    @Override
    public void show(String message, String actionText, Runnable action) {
        add(toast(message), List.of(new Offer(actionText, action)));
    }

    @Override
    public void show(String message, Offer first, Offer second) {
        add(toast(message), List.of(first, second));
    }

    private void add(HBox toast, List<Offer> offers) {
        for (var offer : offers) {
            var button = new Button(offer.text());
            button.getStyleClass().add("toast-action");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(offer.text() + ": " + toast.getAccessibleText());
            button.setOnAction(_ -> {
                if (remove(toast)) {
                    offer.action().run();
                }
            });
            toast.getChildren().add(button);
        }
        add(toast);
    }

    private static HBox toast(String message) {
        var label = new Label(message);
        label.setWrapText(true);
        var toast = new HBox(label);
        toast.getStyleClass().add("toast");
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(message);
        return toast;
    }

    private void add(HBox toast) {
        getChildren().add(toast);
        while (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        var wait = new PauseTransition(stay);
        wait.setOnFinished(_ -> fade(toast));
        toast.hoverProperty().subscribe(over -> {
            if (over) {
                wait.stop();
            } else {
                wait.playFromStart();
            }
        });
    }

    private void fade(HBox toast) {
        var out = new FadeTransition(FADE, toast);
        out.setToValue(0);
        out.setOnFinished(_ -> remove(toast));
        out.play();
    }

    /** The keyboard goes back to where it was; the first button of the window would get it otherwise. */
    private boolean remove(HBox toast) {
        var focused = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        if (focused.filter(node -> isWithin(node, toast)).isPresent()) {
            outside.filter(node -> Objects.equals(node.getScene(), getScene())).ifPresent(Node::requestFocus);
        }
        return getChildren().remove(toast);
    }

    private static boolean isWithin(Node node, Node parent) {
        return Stream.<Node>iterate(node, one -> one != null, Node::getParent).anyMatch(parent::equals);
    }
}
