package io.countersign.app;

import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Navigation;
import io.countersign.shared.ui.Searchable;
import io.countersign.shared.ui.Showable;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader.Loaded;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Which view is shown. Loads each when it is first asked for and keeps it. For the JavaFX thread. */
public final class Navigator implements Navigation {
    private final Function<View, Loaded> loader;
    private final CommandRegistry commands;
    private final Map<View, Loaded> loaded = new EnumMap<>(View.class);
    private final ReadOnlyObjectWrapper<@Nullable View> current = new ReadOnlyObjectWrapper<>();
    private Subscription viewCommands = Subscription.EMPTY;

    public Navigator(Function<View, Loaded> loader, CommandRegistry commands) {
        this.loader = loader;
        this.commands = commands;
    }

    @Override
    public void show(View view) {
        if (view == current.get()) {
            return;
        }
        leave();
        var next = loaded.computeIfAbsent(view, loader);
        if (next.controller() instanceof CommandSource source) {
            viewCommands = commands.add(source.commands());
        }
        current.set(view);
        if (next.controller() instanceof Showable showable) {
            showable.shown();
        }
        focus();
    }

    /** Lets the view that is shown read anew what it shows. */
    public void refresh() {
        shown().map(Loaded::controller)
                .filter(Showable.class::isInstance)
                .map(Showable.class::cast)
                .ifPresent(Showable::shown);
    }

    /** Empty until a view was shown. */
    public ReadOnlyObjectProperty<@Nullable View> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The nodes of the view that is shown. */
    public Optional<Parent> content() {
        return shown().map(Loaded::root);
    }

    /** The view that is shown, when it can be filtered. */
    public Optional<Filterable> filterable() {
        return shown().map(Loaded::controller)
                .filter(Filterable.class::isInstance)
                .map(Filterable.class::cast);
    }

    /** The view that is shown, when it looks through all mail. */
    public Optional<Searchable> searchable() {
        return shown().map(Loaded::controller)
                .filter(Searchable.class::isInstance)
                .map(Searchable.class::cast);
    }

    /** Gives the keyboard to the view that is shown. */
    public void focus() {
        shown().ifPresent(view -> {
            view.root().requestFocus();
            if (view.controller() instanceof Showable showable) {
                showable.focus();
            }
        });
    }

    private void leave() {
        viewCommands.unsubscribe();
        viewCommands = Subscription.EMPTY;
        filterable().ifPresent(f -> f.filter(""));
        shown().map(Loaded::controller)
                .filter(Showable.class::isInstance)
                .map(Showable.class::cast)
                .ifPresent(Showable::hidden);
    }

    private Optional<Loaded> shown() {
        var view = current.get();
        return view == null ? Optional.empty() : Optional.ofNullable(loaded.get(view));
    }
}
