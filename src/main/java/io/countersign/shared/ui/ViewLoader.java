package io.countersign.shared.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML with controllers made by the composition root. For the JavaFX thread. */
public final class ViewLoader {
    private final Texts texts;
    private final Map<Class<?>, Supplier<?>> controllers;

    public ViewLoader(Texts texts, Map<Class<?>, Supplier<?>> controllers) {
        this.texts = texts;
        this.controllers = Map.copyOf(controllers);
    }

    /** A view's nodes and the controller behind them. */
    public record Loaded(Parent root, Object controller) {}

    /**
     * Loads a view afresh.
     *
     * @throws IllegalStateException when its controller is not registered
     */
    public Loaded load(View view) {
        return load(view.location());
    }

    /** Loads any FXML file by the same rules. */
    public Loaded load(URL location) {
        var loader = new FXMLLoader(location, texts.bundle(), null, this::controller);
        try {
            Parent root = loader.load();
            return new Loaded(root, loader.getController());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + location, e);
        }
    }

    private Object controller(Class<?> type) {
        var factory = controllers.get(type);
        if (factory == null) {
            throw new IllegalStateException("No controller registered for " + type);
        }
        return factory.get();
    }
}
