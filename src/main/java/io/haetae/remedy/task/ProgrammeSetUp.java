package io.haetae.remedy.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haetae.remedy.PolicyProgrammes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Makes the programmes that an instance begins with. */
@ApplicationScoped
class ProgrammeSetUp implements PolicyProgrammes {

    private final ProgrammeService programmes;
    private final TaskService tasks;
    private final ObjectMapper json;

    ProgrammeSetUp(ProgrammeService programmes, TaskService tasks, ObjectMapper json) {
        this.programmes = programmes;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    @Transactional
    public void setUp(JsonNode listed) {
        for (JsonNode entry : listed) {
            ObjectNode programme = entry.deepCopy();
            String coordinator = programme.remove("coordinator").asText();
            JsonNode taken = programme.remove("tasks");
            String number = programmes.setUp(coordinator, read(programme, TaskCommands.NewProgramme.class));
            for (JsonNode task : taken) {
                tasks.add(number, read(task, TaskCommands.NewTask.class));
            }
        }
    }

    private <T> T read(JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + node, e);
        }
    }
}
