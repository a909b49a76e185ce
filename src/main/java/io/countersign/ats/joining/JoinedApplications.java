package io.countersign.ats.joining;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.JoinQuestion;
import io.countersign.ats.WarehouseShare;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What joining came to.
 *
 * @param applications by the time of their first entry
 * @param ofPart the application that a mail or row is part of
 * @param employers who is known to write for which employer
 * @param warehouse whose its rows are
 */
public record JoinedApplications(
        List<Application> applications,
        List<JoinQuestion> questions,
        Map<ApplicationId, Application> ofPart,
        Employers employers,
        WarehouseShare warehouse) {
    public JoinedApplications {
        applications = List.copyOf(applications);
        questions = List.copyOf(questions);
        ofPart = Map.copyOf(ofPart);
    }

    /** The application that has this id, or had it before it was joined to another one. */
    public Optional<Application> find(ApplicationId id) {
        return Optional.ofNullable(ofPart.get(id));
    }

    /** The mails and rows of an application. */
    public Set<ApplicationId> partsOf(Application application) {
        var parts = new LinkedHashSet<ApplicationId>();
        ofPart.forEach((part, owner) -> {
            if (owner.id().equals(application.id())) {
                parts.add(part);
            }
        });
        return parts;
    }
}
