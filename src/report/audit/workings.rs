//! How the figures of an audit come about: the engine's workings, with the instrument beside the line of law.

use super::AuditReport;
use crate::domain::debt::Debt;
use crate::domain::working::Group;
use crate::engine::EngineError;
use crate::engine::explain::audit::{BY_LINE, of_audit};

impl AuditReport {
    /// The workings of what the contract gives, of the nearest way of counting, of the line and of what grew.
    ///
    /// # Errors
    /// [`EngineError::TooLarge`] beyond the limits of input.
    pub fn workings(&self, debt: &Debt) -> Result<Vec<Group>, EngineError> {
        let line = self.line.as_ref();
        let mut groups = of_audit(debt, &self.audit, line.map(|line| line.percent))?;
        let of_line = groups
            .iter_mut()
            .flat_map(|group| &mut group.workings)
            .filter(|working| BY_LINE.contains(&working.id.as_str()));
        for working in of_line {
            working.source = line.map(|line| line.source.clone());
        }
        Ok(groups)
    }
}
