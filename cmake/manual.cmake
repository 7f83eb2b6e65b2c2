# The manual pages and the shell completions are printed by the program itself,
# from the same registry that parses its command line.

set(offerkit_manual_dir "${PROJECT_BINARY_DIR}/manual")
set(offerkit_manual_files
    "${offerkit_manual_dir}/offerkit.1"
    "${offerkit_manual_dir}/offerkit.5"
    "${offerkit_manual_dir}/offerkit.bash"
    "${offerkit_manual_dir}/_offerkit"
    "${offerkit_manual_dir}/offerkit.fish")
file(MAKE_DIRECTORY "${offerkit_manual_dir}")

# A page for each command, `man offerkit-compare`. tests/install/run.sh holds the list against the commands there are.
set(offerkit_commands check show vest compare leave tax career decide negotiate pipeline report levels batch init
    examples profiles schema completion help)
set(offerkit_command_pages "")
set(offerkit_command_page_commands "")
foreach(command IN LISTS offerkit_commands)
    set(page "${offerkit_manual_dir}/offerkit-${command}.1")
    list(APPEND offerkit_command_pages "${page}")
    list(APPEND offerkit_command_page_commands COMMAND offerkit_cli help ${command} --man > "${page}")
endforeach()
add_custom_command(
    OUTPUT ${offerkit_command_pages}
    ${offerkit_command_page_commands}
    DEPENDS offerkit_cli
    COMMENT "Writing the manual pages of the commands"
    VERBATIM)

# The JSON Schemas, for editors. tests/install/run.sh holds the list against the kinds that the program names.
set(offerkit_schema_dir "${PROJECT_BINARY_DIR}/schema")
set(offerkit_schema_kinds offer priorities pipeline plan bands career claims companies exits ladders market negotiation
    places stocks taxes vesting)
set(offerkit_schema_files "")
set(offerkit_schema_commands "")
foreach(kind IN LISTS offerkit_schema_kinds)
    list(APPEND offerkit_schema_files "${offerkit_schema_dir}/${kind}.json")
    list(APPEND offerkit_schema_commands COMMAND offerkit_cli schema ${kind} > "${offerkit_schema_dir}/${kind}.json")
endforeach()
file(MAKE_DIRECTORY "${offerkit_schema_dir}")
add_custom_command(
    OUTPUT ${offerkit_schema_files}
    ${offerkit_schema_commands}
    DEPENDS offerkit_cli
    COMMENT "Writing the JSON Schemas"
    VERBATIM)

add_custom_command(
    OUTPUT ${offerkit_manual_files}
    COMMAND offerkit_cli help --man > "${offerkit_manual_dir}/offerkit.1"
    COMMAND offerkit_cli help keys --man > "${offerkit_manual_dir}/offerkit.5"
    COMMAND offerkit_cli completion bash > "${offerkit_manual_dir}/offerkit.bash"
    COMMAND offerkit_cli completion zsh > "${offerkit_manual_dir}/_offerkit"
    COMMAND offerkit_cli completion fish > "${offerkit_manual_dir}/offerkit.fish"
    DEPENDS offerkit_cli
    COMMENT "Writing the manual pages and the completions"
    VERBATIM)
add_custom_target(docs ALL DEPENDS ${offerkit_manual_files} ${offerkit_command_pages} ${offerkit_schema_files})
