package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The door to the catalogue. */
@RestController("productDoor")
@Tag(name = "Products", description = "The rows of terms on offer (产品).")
class ProductController {
    /** All rows, each a composition of rules. */
    @Schema(name = "Products")
    record Products(
            @JsonProperty("products") @Schema(type = "array", implementation = Object.class)
            List<JsonNode> products,

            @JsonProperty("default_product") @Schema(example = "cash-loan")
            String defaultProduct) {}

    @GetMapping("/products")
    @Operation(
            summary = "List the products",
            description =
                    "Each rule of a row can be replaced in the terms of a loan or a quote, written as it is here.")
    Products list() {
        return new Products(TermsOnOffer.rows(), TermsOnOffer.defaultProduct());
    }
}
