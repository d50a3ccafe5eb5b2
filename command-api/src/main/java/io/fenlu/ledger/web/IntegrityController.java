package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.notary.KeptCheckpoint;
import io.fenlu.ledger.notary.Notary;
import io.fenlu.ledger.notary.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for those who check: what was signed, by whom, and proofs (RFC 9162) that need nobody's word. */
@RestController
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
@Tag(name = "Integrity", description = "Signed checkpoints of the log, and proofs against them.")
class IntegrityController {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Proofs proofs;
    private final Notary notary;

    IntegrityController(Proofs proofs, Notary notary) {
        this.proofs = proofs;
        this.notary = notary;
    }

    /**
     * That a line is in the log of a size; bytes are base64.
     *
     * @param leafHash SHA-256 of a zero byte and the line's hash
     * @param hashes the audit path, from the leaf up
     */
    @Schema(name = "Inclusion")
    record Inclusion(
            @JsonProperty("position") long position,
            @JsonProperty("size") long size,
            @JsonProperty("leaf_hash") String leafHash,
            @JsonProperty("root") String root,
            @JsonProperty("hashes") List<String> hashes) {}

    /** That the log of a size continues the log of a smaller one; bytes are base64. */
    @Schema(name = "Consistency")
    record Consistency(
            @JsonProperty("from") long from,
            @JsonProperty("to") long to,
            @JsonProperty("from_root") String fromRoot,
            @JsonProperty("to_root") String toRoot,
            @JsonProperty("hashes") List<String> hashes) {}

    @GetMapping(path = "/integrity/checkpoint", produces = TEXT)
    @Operation(summary = "The newest signed checkpoint, or the one of a size")
    String checkpoint(
            @RequestParam(name = "size", required = false) @Parameter(example = "1000") @Nullable String size) {
        var kept = size == null ? proofs.newest() : proofs.checkpoint(Numbers.required("size", size));
        return kept.map(KeptCheckpoint::note)
                .orElseThrow(() -> DoorClosed.by(
                        DoorRefusal.CHECKPOINT_UNKNOWN,
                        size == null
                                ? "No checkpoint was signed yet."
                                : "No checkpoint over " + size + " lines was signed; the newest is over "
                                        + notary.signed() + "."));
    }

    @GetMapping(path = "/integrity/key", produces = TEXT)
    @Operation(summary = "The open half of the key: name+hash+base64")
    String key() {
        return notary.key().line() + "\n";
    }

    @GetMapping("/integrity/inclusion")
    @Operation(summary = "Prove that a line is in the log", description = "Without a size: of the newest checkpoint.")
    Inclusion inclusion(
            @RequestParam(name = "position", required = false) @Schema(type = "integer", example = "1") @Nullable
                    String position,
            @RequestParam(name = "size", required = false) @Schema(type = "integer") @Nullable String size) {
        var line = Numbers.required("position", position);
        var of = Numbers.or("size", size, notary.signed());
        requireReached("size", of);
        if (line < 1 || line > of) {
            throw DoorClosed.at(
                    "position",
                    DoorRefusal.POSITION_UNKNOWN,
                    "A log of " + of + " lines has the positions 1 to " + of + ", not " + line + ".");
        }
        var proof = proofs.inclusion(line, of);
        return new Inclusion(line, of, text(proof.leaf()), text(proof.root()), texts(proof.path()));
    }

    @GetMapping("/integrity/consistency")
    @Operation(
            summary = "Prove that the log only grew between two sizes",
            description = "Without an end: up to the newest checkpoint.")
    Consistency consistency(
            @RequestParam(name = "from", required = false) @Schema(type = "integer", example = "1") @Nullable
                    String from,
            @RequestParam(name = "to", required = false) @Schema(type = "integer") @Nullable String to) {
        var first = Numbers.required("from", from);
        var second = Numbers.or("to", to, notary.signed());
        requireReached("to", second);
        if (first > second) {
            throw DoorClosed.at(
                    "from",
                    DoorRefusal.RANGE_REVERSED,
                    "A log of " + second + " lines does not continue one of " + first + ".");
        }
        var proof = proofs.consistency(first, second);
        return new Consistency(first, second, text(proof.firstRoot()), text(proof.secondRoot()), texts(proof.path()));
    }

    private void requireReached(String field, long size) {
        var durable = proofs.size();
        if (size > durable) {
            throw DoorClosed.at(
                    field, DoorRefusal.SIZE_BEYOND_LOG, "The log has " + durable + " lines, not " + size + ".");
        }
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(IntegrityController::text).toList();
    }
}
